"""GDAL's own reader opens the GeoJSON of the main job with every field."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import geomap
from geomap.formats import export
from geomap.tables import COLUMNS

SEEDS = Path(__file__).parents[2] / "seeds"


def test_ogrinfo_reads_every_field(tmp_path):
    ogrinfo = shutil.which("ogrinfo")
    if ogrinfo is None:
        pytest.skip("ogrinfo is not installed (Debian: gdal-bin)")
    table = geomap.events(SEEDS)
    export(table, tmp_path / "events.geojson")
    command = [ogrinfo, "-al", "-so", str(tmp_path / "events.geojson")]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}
    )
    lines = told.stdout.splitlines()
    assert f"Feature Count: {len(table)}" in lines
    assert "Geometry: Point" in lines
    fields = {line.partition(":")[0]: line.partition(": ")[2] for line in lines if ": " in line}
    assert set(COLUMNS) <= set(fields)
    assert fields["date_first"].startswith("Date")
    assert fields["fatalities"].startswith("Integer")
    assert fields["radius_km"].startswith("Real")
