"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from geomap.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name beside `path` to write to, and rename it to `path` when the block ends well.

    What stood at `path` stays as it was if the block raises. Raises OutputError where nothing can be written,
    and where `path` is no regular file: a device such as /dev/null must not be renamed away.
    """
    if path.exists() and not path.is_file():
        raise OutputError(f"Cannot write {path} (it is no regular file): choose another name.")
    beside = _beside(path)
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8 with newlines as they are; whole or not at all."""
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")


def make_folder(path: Path) -> Path:
    """Make a folder and its parents; raises OutputError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error
    return path


def _beside(path: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".geomap-", suffix=path.suffix)
    except OSError as error:
        raise _refused(path, error) from error
    os.close(handle)
    beside = Path(name)
    # mkstemp gives 0600; a map is meant to be shared, so it gets what a plain open() would have given it.
    umask = os.umask(0)
    os.umask(umask)
    with suppress(OSError):
        beside.chmod(0o666 & ~umask)
    return beside


def _refused(path: Path, error: OSError) -> OutputError:
    why = error.strerror or str(error)
    return OutputError(f"Cannot write {path} ({why}): choose a folder that you may write to.")
