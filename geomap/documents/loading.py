"""Files and folders -> Documents: which files, which reader, and what is settled across them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, count
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISREG
from typing import Final

from geomap.documents import json_lines, text_files
from geomap.documents.drafts import Draft, Reader
from geomap.documents.encodings import clean
from geomap.documents.folders import File, files_below
from geomap.documents.problems import Problem, Report, UnreadableError, complaint, why
from geomap.documents.sidecar import NAME, Sidecar, sidecar_of
from geomap.model import Document

# Suffix, in lower case -> its reader. A new kind of document is one more line here.
READERS: Final[Mapping[str, Reader]] = {
    ".txt": text_files.read,
    ".jsonl": json_lines.read,
}
_KNOWN: Final = ", ".join(READERS)


def load(
    *sources: str | os.PathLike[str], published: date | None = None, report: Callable[[Problem], None]
) -> Iterator[Document]:
    r"""The documents of files and folders, streamed in the order of the sources and of the names in them.

    A folder is read with its folders, hidden files left out; files of other kinds in it are passed over,
    unless there is no document at all. A file that is reached twice is read once. Newlines become \n, and
    all offsets refer to ``Document.text``.

    ``published`` is for documents whose own metadata name no day. Own metadata are a row's fields or the
    front matter first, then the row of ``metadata.csv`` beside the file; never the file's time, never today.

    A document without an id is called by its file: its path in the source without the suffix, and for a row
    ``<that>:<line>``. An id that was given before gets the file and line after it, as in ``a1@news.jsonl:7``;
    if that is taken too, ``~2``, ``~3``.

    Whatever cannot be read goes to ``report`` while the rest goes on; this raises nothing of its own.
    """
    run = _Run(published=published, report=report)
    for source in sources:
        for file in run.files(source):
            yield from run.documents(file)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What one call of ``load`` has met so far."""

    published: date | None
    report: Report
    ids: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    sidecars: dict[Path, Sidecar] = field(default_factory=dict)

    def files(self, source: str | os.PathLike[str]) -> Iterator[File]:
        """The files of a source that have a reader and were not read before."""
        for file in self._found(source):
            real = os.path.realpath(file.path)
            if real not in self.read:
                self.read.add(real)
                yield file

    def documents(self, file: File) -> Iterator[Document]:
        """The documents of one file, with all that is known settled."""
        beside = self._sidecar(file.path.parent).metadata(file.path, self.report)
        base = beside.id or clean(file.name.with_suffix("").as_posix())
        for draft in self._drafts(file.path):
            told = draft.metadata.or_else(beside)
            name = base if draft.row is None else f"{base}:{draft.row}"
            yield Document(
                id=self._unique(draft.metadata.id or name, file, draft.row),
                text=draft.text,
                published=told.day(self.published),
                title=told.title,
                source=told.source,
                url=told.url,
                language=told.language,
            )

    def _found(self, source: str | os.PathLike[str]) -> Iterator[File]:
        path, complain = Path(source), complaint(self.report, Path(source))
        if not os.fspath(source):
            # Path("") is the folder that one happens to be in.
            complain("a source has an empty name", "name a file or a folder")
            return
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            reason = why(error) if isinstance(error, OSError) else "its name holds a null character"
            complain(f"the source cannot be read ({reason})", "correct the path")
            return
        if S_ISDIR(mode):
            yield from self._in_folder(path)
        elif not S_ISREG(mode):
            complain("it is neither a file nor a folder", "name a file or a folder")
        elif not _readable(path):
            complain(f"files of the kind {path.suffix!r} cannot be read", f"name one of {_KNOWN}")
        else:
            yield File(path=path, name=PurePosixPath(path.name))

    def _in_folder(self, folder: Path) -> Iterator[File]:
        found = False
        for file in files_below(folder, self.report):
            if file.path.name == NAME:
                self._sidecar(file.path.parent).report_missing(self.report)
            elif _readable(file.path):
                found = True
                yield file
        if not found:
            complaint(self.report, folder)("the folder holds no document", f"put files of {_KNOWN} into it")

    def _drafts(self, path: Path) -> Iterator[Draft]:
        complain = complaint(self.report, path)
        try:
            yield from READERS[path.suffix.lower()](path, self.report)
        except UnreadableError as error:
            complain(error.reason, error.remedy)
        except OSError as error:
            complain(f"it cannot be read ({why(error)})", "make it readable")

    def _sidecar(self, folder: Path) -> Sidecar:
        if folder not in self.sidecars:
            self.sidecars[folder] = sidecar_of(folder, self.report)
        return self.sidecars[folder]

    def _unique(self, wanted: str, file: File, row: int | None) -> str:
        where = clean(str(file.name)) + ("" if row is None else f":{row}")
        further = (f"{wanted}@{where}~{n}" for n in count(2))
        free = next(name for name in chain((wanted, f"{wanted}@{where}"), further) if name not in self.ids)
        self.ids.add(free)
        return free


def _readable(path: Path) -> bool:
    return path.name != NAME and path.suffix.lower() in READERS
