"""``python -m geomap`` is the command ``geomap``."""

from geomap.cli import main

main()
