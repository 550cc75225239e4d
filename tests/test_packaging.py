from __future__ import annotations

import json
import shutil
import sys
import tarfile
import zipfile

import pytest
from support.installed import build, install
from support.running import ROOT, environment, run

pytestmark = pytest.mark.slow

DATA = sorted(path.name for path in (ROOT / "data" / "gazetteer").iterdir() if path.is_file())
# Files that are no Python code, which a build leaves out first.
BESIDE = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "geomap").rglob("*")
    if path.is_file() and path.suffix not in {".py", ".pyc"}
)
CODE = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "geomap").rglob("*.py"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def in_sdist(built):
    with tarfile.open(built[0]) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.fixture(scope="module")
def in_wheel(built):
    with zipfile.ZipFile(built[1]) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    return install(built[1], tmp_path_factory.mktemp("away") / "env")


@pytest.fixture
def seeds(tmp_path):
    return shutil.copytree(ROOT / "seeds", tmp_path / "seeds")


def events_of(folder):
    assert sorted(path.name for path in folder.iterdir()) == ["events.geojson", "index.html"]
    features = json.loads((folder / "events.geojson").read_text(encoding="utf-8"))["features"]
    assert features
    return features


def test_the_lists_to_look_for_are_not_empty():
    assert {"index.bin", "names.marisa", "basemap.zip", "boundaries.bin", "SOURCES.md"} <= set(DATA)
    assert {"geomap/py.typed", "geomap/codes/event_types.csv", "geomap/maps/web/app.js"} <= set(BESIDE)


def test_the_sdist_carries_code_data_seeds_and_tests(in_sdist):
    wanted = [*CODE, *BESIDE, *(f"data/gazetteer/{name}" for name in DATA)]
    wanted += ["LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "pyproject.toml"]
    wanted += ["seeds/metadata.csv", "tests/test_packaging.py", "scripts/build_gazetteer.py", ".ci/run"]
    assert set(wanted) - in_sdist == set()


def test_the_wheel_carries_code_data_and_licences(in_wheel):
    wanted = {*CODE, *BESIDE, *(f"geomap/gazetteer/data/{name}" for name in DATA)}
    assert wanted - in_wheel == set()
    licences = {name.partition("/licenses/")[2] for name in in_wheel if "/licenses/" in name}
    assert licences == {"LICENSE", "data/gazetteer/SOURCES.md"}


def test_the_wheel_carries_nothing_else(in_wheel):
    wanted = {*CODE, *BESIDE, *(f"geomap/gazetteer/data/{name}" for name in DATA)}
    assert {name for name in in_wheel if ".dist-info/" not in name} - wanted == set()


def test_the_wheel_stays_within_its_size(built):
    assert built[1].stat().st_size <= 40_000_000


def test_the_installed_package_is_the_wheels(installed, tmp_path):
    code = "import geomap, geomap.gazetteer as g; print(geomap.__file__, g.folder(), sep='\\n')"
    lines = run(installed.python, "-c", code, cwd=tmp_path).stdout.decode().splitlines()
    assert lines == [str(installed.package / "__init__.py"), str(installed.package / "gazetteer" / "data")]


def test_the_version_is_told_alike(installed, built, tmp_path):
    told = installed.geomap("--version", cwd=tmp_path).stdout.decode().split()[-1]
    assert built[1].name.startswith(f"geomap_events-{told}-")


def test_the_main_job_runs_from_the_wheel_and_writes_what_the_checkout_writes(installed, seeds, tmp_path):
    installed.geomap("map", "seeds", "-o", "out", cwd=tmp_path)
    events_of(tmp_path / "out")
    for name in ("index.html", "events.geojson"):
        assert (tmp_path / "out" / name).read_bytes() == (ROOT / "maps" / name).read_bytes(), name


def test_the_job_writes_nothing_but_its_output(installed, seeds, tmp_path):
    def listing(folder):
        found = (path for path in folder.rglob("*") if "__pycache__" not in path.parts)
        return {(path, path.stat().st_mtime_ns) for path in found if path.is_file()}

    package, around = listing(installed.package), listing(tmp_path)
    # No home at all: whoever asks for it gets a path that does not exist, and cannot be made.
    nowhere = str(seeds / "metadata.csv" / "home")
    env = environment(HOME=nowhere, USERPROFILE=nowhere, XDG_CACHE_HOME=None, XDG_DATA_HOME=None)
    installed.geomap("map", "seeds", "-o", "out", cwd=tmp_path, env=env)
    assert listing(installed.package) == package
    assert listing(tmp_path) - listing(tmp_path / "out") == around
    events_of(tmp_path / "out")


LOCALES = {
    "utf-8": {"PYTHONUTF8": "1"},
    "cp1252": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "cp1252"},
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
# In an ASCII locale, pyproj does not find its own data below a path that is not ASCII.
TRIED = [name for name in LOCALES if name == "utf-8" or sys.prefix.isascii()]


@pytest.mark.parametrize("locale", TRIED)
def test_spaces_letters_and_locales_are_no_trouble(installed, seeds, tmp_path, locale):
    there = tmp_path / "my maps – Тикрит تكريت"
    there.mkdir()
    seeds.rename(there / "the seeds é")
    env = environment(**LOCALES[locale])
    done = installed.geomap("map", "the seeds é", "-o", "out ü", cwd=there, env=env)
    installed.geomap("map", there / "the seeds é", "-o", there / "again", cwd=tmp_path, env=env)
    assert b"Traceback" not in done.stderr
    assert events_of(there / "out ü") == events_of(there / "again")
    for verb in (
        ["events", "the seeds é"],
        ["lookup", "Tikrit"],
        ["places", "Soldiers were killed in Tikrit."],
    ):
        assert b"Tikrit" in installed.geomap(*verb, cwd=there, env=env).stdout
