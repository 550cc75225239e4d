from __future__ import annotations

import ast
import inspect
import json
import os
import re
import socket
import sys
import tomllib

import pytest
import pytest_socket
from support.running import ROOT, environment, modules_after, run

import geomap

HEAVY = {"pandas", "numpy", "shapely", "folium", "branca", "geopandas", "pyproj", "marisa_trie", "click"}
SOURCES = sorted((ROOT / "geomap").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def told(path):
    return path.relative_to(ROOT).as_posix()


def test_importing_geomap_loads_nothing_heavy(tmp_path):
    assert modules_after("import geomap", tmp_path) & HEAVY == set()


def test_help_loads_nothing_heavy(tmp_path):
    for command in ([], ["map"], ["events"], ["places"], ["lookup"], ["evaluate", "events"]):
        code = (
            f"import sys; sys.argv = {['geomap', *command, '--help']!r}\n"
            "from geomap.cli import main\n"
            "try: main()\nexcept SystemExit as end: assert not end.code"
        )
        loaded = modules_after(code, tmp_path)
        assert "geomap.cli" in loaded
        assert loaded & (HEAVY - {"click"}) == set(), command


@pytest.mark.parametrize("name", geomap.__all__)
def test_every_public_name_resolves_and_is_explained(name):
    assert name in dir(geomap)
    value = getattr(geomap, name)
    members = vars(value).items() if inspect.isclass(value) else ()
    public = [member for key, member in members if not key.startswith("_")]
    explained = [value, *(one for one in public if inspect.isfunction(one) or isinstance(one, property))]
    for each in explained:
        first = (each.__doc__ or "").partition("\n")[0]
        assert re.search(r"[.:]$", first), (name, each)
        # What dataclass writes by itself says nothing.
        assert not first.startswith(f"{name}("), name


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = geomap.nothing


def test_the_version_is_written_once():
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.?(dev|a|b|rc)\d+)?", geomap.__version__)
    assert PYPROJECT["project"]["dynamic"] == ["version"]
    assert f"## [{geomap.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=told)
def test_a_file_has_one_subject_and_a_function_is_read_at_a_glance(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    functions = [
        one for one in ast.walk(tree(path)) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {one.name: one.end_lineno - one.lineno + 1 for one in functions}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


def imported(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_every_package_that_is_imported_is_declared():
    names = {name.partition(".")[0].lower() for path in SOURCES for name in imported(path)}
    third = names - {name.lower() for name in sys.stdlib_module_names} - {"geomap"}
    declared = {re.match(r"[\w-]+", line)[0].lower() for line in PYPROJECT["project"]["dependencies"]}
    # xstatic is a namespace that several distributions share.
    modules = {"xstatic" if name == "xstatic-leaflet" else name.replace("-", "_") for name in declared}
    assert third == modules


def test_the_top_level_is_the_prescribed_one():
    files = {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "pyproject.toml"}
    folders = {"benchmarks", "data", "geomap", "maps", "scripts", "seeds", "tests", "training"}
    # What tools leave behind and git ignores is nobody's business.
    ignored = {"build", "dist", "node_modules"}
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))} - ignored
    assert here - {"docs"} == files | folders
    assert all((ROOT / name).is_file() for name in files)


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_ci_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_no_file_names_a_folder_of_somebodys_machine():
    homes = "|".join(("home", "root", "Users", "work", "tmp", "opt"))
    absolute = re.compile(rf"(?<![\w.…)>}}*-])/(?:{homes})/\w")
    folders = (".ci", "benchmarks", "data", "docs", "geomap", "maps", "scripts", "seeds", "tests")
    below = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    suffixes = set(".py .md .toml .js .cjs .css .tsv .csv .txt .html .geojson".split()) | {""}
    texts = [path for path in (*ROOT.iterdir(), *below) if path.is_file() and path.suffix in suffixes]
    named = [
        f"{told(path)}: {found[0]}"
        for path in texts
        if (found := absolute.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert len(texts) > len(SOURCES)
    assert named == []


def test_maps_holds_what_the_main_job_writes_from_seeds(tmp_path):
    command = (sys.executable, "-m", "geomap", "map", "seeds", "-o", tmp_path / "maps")
    run(*command, cwd=ROOT, env=environment(PYTHONPATH=str(ROOT)))
    for name in ("index.html", "events.geojson"):
        committed, now = (ROOT / "maps" / name), (tmp_path / "maps" / name)
        assert committed.is_file(), f"maps/{name} is missing: run `make map` and commit it."
        same = committed.read_bytes() == now.read_bytes()
        assert same, (
            f"maps/{name} is not what the main job writes: run `make map`, look at it, and commit it."
        )
    assert json.loads((ROOT / "maps" / "events.geojson").read_text(encoding="utf-8"))["features"]


def test_a_connection_to_elsewhere_fails():
    # 192.0.2.0/24 and 2001:db8::/32 are set aside for examples (RFC 5737, RFC 3849): nobody answers there.
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with socket.socket(family) as outward:
            outward.settimeout(1)
            # It warns first (pytest-socket 0.8), and the warning is an error here.
            with pytest.raises((pytest_socket.SocketConnectBlockedError, UserWarning), match="A test tried"):
                outward.connect((address, 80))


def test_loopback_and_unix_sockets_are_open(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
    here, there = socket.socketpair()
    here.close()
    there.close()


def test_strict_mode_fails_what_is_skipped(tmp_path):
    (tmp_path / "test_skips.py").write_text(
        "import pytest\n"
        "def test_skipped(): pytest.skip('no such tool')\n"
        "@pytest.mark.xfail(reason='known')\ndef test_known(): assert False\n",
        encoding="utf-8",
    )
    (tmp_path / "test_module.py").write_text(
        "import pytest\npytest.importorskip('no_such_module')\n", encoding="utf-8"
    )
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    command = (
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "--continue-on-collection-errors",
        tmp_path,
    )
    lenient = run(*command, cwd=tmp_path, env=environment(GEOMAP_STRICT=None))
    assert b"2 skipped, 1 xfailed" in lenient.stdout
    strict = run(*command, cwd=tmp_path, env=environment(GEOMAP_STRICT="1"), code=1)
    assert b"1 failed, 1 xfailed, 1 error" in strict.stdout
    assert b"no such tool" in strict.stdout
