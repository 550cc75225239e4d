"""A branca figure that renders to one file: nothing is loaded from elsewhere, and a policy says so."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import count
from typing import Final

from branca.element import Figure, Link

from geomap.errors import InputError
from geomap.maps import leaflet
from geomap.maps.payload import escaped

# Our own scripts, in the order in which they need one another.
SCRIPTS: Final = tuple(
    f"{name}.js" for name in "data store symbols scene layers evidence list panel time app".split()
)
STYLE: Final = "geomap.css"
#: What the page of candidates has of its own.
CANDIDATES: Final = ("candidates.js", "candidates.css")

# branca names each element by 128 random bits.
_RANDOM_ID: Final = re.compile(r"(?<=_)[0-9a-f]{32}(?![0-9a-f])")


class OfflineFigure(Figure):
    """A page that carries all that it needs, under a policy that forbids it to ask for more.

    `title` is plain text; `hosts` are the origins that images may come from besides the page itself.
    Rendering raises InputError where an element needs a script or a style sheet that is not bundled.
    """

    def __init__(self, *, title: str, hosts: Sequence[str] = ()) -> None:
        super().__init__()
        self.title = title
        self.hosts = tuple(hosts)
        self.header.render()
        self.header._children.clear()  # noqa: SLF001 - branca's way to the charset tag, which stands in ours

    def render(self, **kwargs: object) -> str:
        """The whole page, the same each time for equal elements."""
        with self._unchanged():
            for child in self._children.values():
                child.render(**kwargs)
            scripts = self._embed()
            parts = [part.render(embedded=True) for part in (self.header, self.html, self.script)]
        head, body, script = _numbered(parts)
        return _page(escaped(self.title or ""), self._policy((*scripts, _framed(script))), head, body, script)

    def _repr_html_(self, **kwargs: object) -> str:
        """The page in a frame of its own, which cannot reach the notebook around it."""
        page = html.escape(self.render(**kwargs))
        return (
            f'<iframe srcdoc="{page}" title="{escaped(self.title or "")}" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
            'style="width:100%;height:640px;border:0"></iframe>'
        )

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """Put back what stood in header, body and script: rendering adds to them each time."""
        parts = (self.header, self.html, self.script)
        before = [part._children.copy() for part in parts]  # noqa: SLF001 - branca offers no other way
        try:
            yield
        finally:
            for part, children in zip(parts, before, strict=True):
                part._children = children  # noqa: SLF001

    def _links(self) -> list[Link]:
        return [child for child in self.header._children.values() if isinstance(child, Link)]  # noqa: SLF001

    def _embed(self) -> list[str]:
        """Give each link its content; the scripts among them."""
        for link in self._links():
            if link.url not in bundle():
                raise InputError(
                    f"The page would load {link.url} from the network; leave that element out of the page."
                )
            link.code = bundle()[link.url]  # type: ignore[assignment]  # branca writes it as it is
        return [bundle()[link.url] for link in self._links() if link.url.endswith(".js")]

    def _policy(self, scripts: Sequence[str]) -> str:
        """A Content-Security-Policy with the hash of each script that this class itself puts into the page.

        Hashes are taken from the pieces and not searched for in the page: a script that had slipped in would
        else be given leave to run.
        """
        hashes = " ".join(f"'sha256-{_digest(code)}'" for code in scripts)
        images = " ".join(("data:", *self.hosts))
        # Styles by attribute are left to elements that an API user adds; with no image and no font from
        # elsewhere they can neither fetch nor send.
        return (
            f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src {images}; "
            "base-uri 'none'; form-action 'none'"
        )


@cache
def bundle() -> dict[str, str]:
    """The scripts and style sheets that a page may carry, by the name that elements ask for."""
    folder = files("geomap.maps") / "web"
    own = {f"geomap/{name}": _text(folder / name) for name in (*SCRIPTS, STYLE, *CANDIDATES)}
    return {"leaflet.js": leaflet.script(), "leaflet.css": leaflet.style(), **own}


def _text(resource: Traversable) -> str:
    return resource.read_text(encoding="utf-8").replace("\r\n", "\n").strip()


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _numbered(parts: Sequence[str]) -> list[str]:
    """The parts with branca's random ids replaced by numbers in order of appearance."""
    numbers = count(1)
    known: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        if found[0] not in known:
            known[found[0]] = str(next(numbers))
        return known[found[0]]

    return [_RANDOM_ID.sub(number, part) for part in parts]


def _framed(script: str) -> str:
    return f"\n{script.strip()}\n"


def _page(title: str, policy: str, head: str, body: str, script: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<!--\n{leaflet.notice()}-->\n{head.strip()}\n</head>\n<body>\n{body.strip()}\n"
        f"<script>{_framed(script)}</script>\n</body>\n</html>\n"
    )
