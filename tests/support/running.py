"""Programs run as a user would run them: in a process of their own, with an environment that is known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What would let a test's own machine show through: another geomap, another encoding, another home's settings.
_LEFT_OUT = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONUTF8",
    "PYTHONIOENCODING",
    "PYTHONDONTWRITEBYTECODE",
    "VIRTUAL_ENV",
)


def environment(**changes):
    """This process's environment without what would show through, with changes; None takes a name out."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {name: value for name, value in (kept | changes).items() if value is not None}


def run(*command, cwd, env=None, code=0):
    """Run a command without input; its output as bytes, after a look at its exit code."""
    done = subprocess.run(
        [os.fspath(part) for part in command],
        cwd=cwd,
        env=environment() if env is None else env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, (
        f"{command} -> {done.returncode}\n{_shown(done.stdout)}\n{_shown(done.stderr)}"
    )
    return done


def modules_after(code, cwd):
    """The names of all modules that a fresh Python has loaded when `code` has run on this checkout."""
    tail = "\nimport json, sys\nprint(json.dumps(sorted(sys.modules)), file=sys.__stderr__)"
    done = run(sys.executable, "-c", code + tail, cwd=cwd, env=environment(PYTHONPATH=str(ROOT)))
    return set(json.loads(done.stderr.splitlines()[-1]))


def _shown(output):
    return output.decode("utf-8", "backslashreplace")
