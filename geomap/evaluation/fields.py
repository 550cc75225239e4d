"""A JSON file field by field; whatever is not as it should be is named by its file and field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geomap.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """An object of a JSON file, with the way to it from the file's top, such as "events[3].place"."""

    file: str
    way: str
    values: Mapping[str, object]

    def way_to(self, name: str) -> str:
        """The field's name as an error tells it."""
        return f"{self.way}.{name}" if self.way else name

    def problem(self, name: str, wanted: str) -> InputError:
        """The one sentence that says which field must be what."""
        if name not in self.values:
            return InputError(f"{self.file}: {self.way_to(name)} is missing; it must be {wanted}.")
        found = json.dumps(self.values[name])
        shown = found if len(found) <= 60 else f"{found[:60]}…"
        return InputError(f"{self.file}: {self.way_to(name)} must be {wanted}, not {shown}.")

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self.values.get(name)
        if isinstance(value, str) and value:
            return value
        raise self.problem(name, "a text that is not empty")

    def optional_text(self, name: str) -> str | None:
        """A text; None where it is null or absent."""
        return None if self.values.get(name) is None else self.text(name)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self.values.get(name)
        if isinstance(value, bool):
            return value
        raise self.problem(name, "true or false")

    def whole(self, name: str) -> int:
        """A whole number from 0 up."""
        value = self.values.get(name)
        # In Python, True is a number too.
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise self.problem(name, "a whole number from 0 up")

    def optional_whole(self, name: str) -> int | None:
        """A whole number from 0 up; None where it is null or absent."""
        return None if self.values.get(name) is None else self.whole(name)

    def optional_number(self, name: str) -> float | None:
        """A number; None where it is null or absent."""
        value = self.values.get(name)
        if value is None:
            return None
        # The bound keeps out NaN, and whole numbers that no float can hold.
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15:
            return float(value)
        raise self.problem(name, "a number")

    def optional_day(self, name: str) -> date | None:
        """A day as YYYY-MM-DD; None where it is null or absent."""
        return _day(self.optional_text(name), self.problem(name, "a day as YYYY-MM-DD or null"))

    def days(self, name: str) -> tuple[date | None, date | None]:
        """The two days of an interval, each as YYYY-MM-DD or null."""
        value, problem = self.values.get(name), self.problem(name, "two days, each as YYYY-MM-DD or null")
        if not isinstance(value, list) or len(value) != 2:
            raise problem
        return _day(value[0], problem), _day(value[1], problem)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; none where it is absent."""
        value = self.values.get(name, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise self.problem(name, "a list of texts")

    def child(self, name: str) -> Fields:
        """The fields of an object; none where it is null or absent."""
        value = self.values.get(name)
        if value is None or isinstance(value, dict):
            return Fields(file=self.file, way=self.way_to(name), values=value or {})
        raise self.problem(name, "an object")

    def rows(self, name: str) -> tuple[Fields, ...]:
        """A list of objects; none where it is absent."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.problem(name, "a list of objects")
        way = self.way_to(name)
        return tuple(
            Fields(file=self.file, way=f"{way}[{number}]", values=row) for number, row in enumerate(value)
        )


def fields_of_file(path: Path) -> Fields:
    """The top of a JSON file in UTF-8; raises InputError where the file is none, or no object."""
    try:
        top = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"Cannot read {path} ({error.strerror}): give a gold file in JSON.") from error
    # Broken UTF-8 and numbers of too many digits are ValueErrors too.
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not JSON in UTF-8 ({error}): give a gold file in JSON.") from error
    if not isinstance(top, dict):
        raise InputError(f"{path} holds no JSON object: give a gold file in JSON.")
    return Fields(file=str(path), way="", values=top)


def _day(value: object, problem: InputError) -> date | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise problem
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise problem from None
