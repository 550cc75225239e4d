"""geomap built, and installed where no source tree can be seen."""

from __future__ import annotations

import os
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

from support.running import ROOT, run


def build(folder):
    """The sdist and the wheel made from it, built from this checkout into a folder."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


@dataclass(frozen=True)
class Installation:
    """An environment that geomap's wheel was installed into; `package` is the folder of the package."""

    python: Path
    command: Path
    package: Path

    def geomap(self, *arguments, cwd, env=None, code=0):
        return run(self.command, *arguments, cwd=cwd, env=env, code=code)


def install(wheel, folder):
    """Install a wheel alone into a new environment, which borrows all else that stands around these tests."""
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = next(scripts.glob("python*"))
    run(
        sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check",
        "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=folder,
    )  # fmt: skip
    own = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
        .stdout.decode()
        .strip()
    )
    # Folders behind the environment's own, whose .pth files are not followed: an editable installation of the
    # checkout stays out of sight. In ASCII, since the file is read in whatever encoding the locale has.
    outer = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    line = f"import os, sys; sys.path.extend(map(os.fsdecode, {[os.fsencode(path) for path in outer]}))\n"
    (own / "outer.pth").write_text(line, encoding="ascii")
    return Installation(python=python, command=next(scripts.glob("geomap*")), package=own / "geomap")
