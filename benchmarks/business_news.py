"""Events of the conflict layers that are found in news of business, where there should be none.

    python benchmarks/business_news.py FOLDER [--most 20]

FOLDER holds the MEANTIME corpus's articles as NAF-like XML with `token` elements (`sentence`, `number`), of
which all that lie below it are read; or plain texts. It prints how many documents have such an event, how
many events there are, and the sentences that told them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from geomap.assemble import pipeline
from geomap.model import Document, Event

CONFLICT: Final = frozenset("battle remote_violence civilian_violence protest riot strategic".split())


def main() -> None:
    """Read the folder and print the figures and the sentences."""
    told = _arguments()
    read = pipeline().read
    documents = list(documents_of(told.folder))
    found = [(document, event) for document in documents for event in conflict(read(document).events)]
    with_any = len({document.id for document, _ in found})
    print(f"{len(documents)} documents; {with_any} have an event of a conflict layer, {len(found)} events")
    print(f"{100 * len(found) / max(len(documents), 1):.1f} events in 100 documents")
    for document, event in found[: told.most]:
        print(f"  {document.id}: {event.type} by {event.trigger.text!r}\n    {event.quotes[0].text}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of the articles")
    parser.add_argument("--most", type=int, default=20, help="how many events to show")
    return parser.parse_args()


def conflict(events: tuple[Event, ...]) -> list[Event]:
    """The events of a conflict layer."""
    return [event for event in events if event.type.partition(".")[0] in CONFLICT]


def documents_of(folder: Path) -> Iterator[Document]:
    """The articles below a folder, by path."""
    for path in sorted([*folder.rglob("*.xml"), *folder.rglob("*.txt")]):
        text = text_of(path) if path.suffix == ".xml" else path.read_text(encoding="utf-8")
        if text.strip():
            yield Document(id=path.stem, text=text)


def text_of(path: Path) -> str:
    """The text of an article of which only the tokens are given, a line a sentence."""
    tokens = ElementTree.parse(path).getroot().iter("token")  # noqa: S314 - a corpus that the caller chose
    sentences = groupby(tokens, key=lambda token: token.get("sentence"))
    return "\n".join(_joined([token.text or "" for token in each]) for _, each in sentences)


def _joined(words: list[str]) -> str:
    line = ""
    for word in words:
        touches = word in {".", ",", ";", ":", "?", "!", ")", "%"} or word.startswith(("'", "’"))
        line += word if touches or not line or line.endswith(("(", "$", "£")) else f" {word}"
    return line


if __name__ == "__main__":
    main()
