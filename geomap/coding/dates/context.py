"""What stands around words that look like a date, and tells whether they are one."""

from __future__ import annotations

import re
from typing import Final

from geomap.coding.dates.expression import DateExpression
from geomap.coding.dates.leading import Lead

# Names that hold a date and date nothing: newspapers, movements, squares, feasts, wars.
_NAME_GOES_ON: Final = re.compile(
    r"\s(?:(?:Morning|Evening|Youth|Student|Students)\s)?"
    r"(?:Times|Telegraph|Mirror|Mail|Express|Herald|Mosque|Movement|Alliance|Coalition|Brigades?|Square|Street|"
    r"Bridge|Avenue|Boulevard|Hospital|University|Stadium|Organi[sz]ation|Group|Revolution|War|Massacre|Uprising|"
    r"League|Agreement|Accords?|Decree|Night|Post|World|Independent|People|Party|Day|City|Road|Lane|Star)\b"
    # "The weekend edition": a kind of thing, by no weekend.
    r"|\s(?:edition|newspaper|magazine|supplement)s?\b"
)
_NAME_BEGAN: Final = re.compile(
    r"(?:Black|Bloody|Good|Palm|Ash|Easter|Super|Holy|Maundy|Cyber|Sheffield|Fat|Shrove|Long|Mail on|Theresa|"
    r"USA|Russia|India|Pakistan|Africa|Psychology|Arab|Prague|Mr\.?|Mrs\.?|Ms\.?|Miss|Aunt|Uncle|Sister|Lady|"
    r"Dame|Saint|Judge)\s\Z"
)
_FISCAL_BEFORE: Final = re.compile(r"(?:(?i:fiscal|financial|tax|school|academic)\s(?:year\s)?|\bFY\s?)\Z")
_FISCAL_AFTER: Final = re.compile(r"\s(?i:fiscal|financial|tax)\b")
_NUMBERED: Final = re.compile(
    r"(?i:\b(?:version|no|nos|page|pages|pp|p|flight|route|room|highway|model|chapter|section|article|number|"
    r"resolution|law|unit|channel|windows|office|size|lot|gate|platform|area|apollo|boeing|airbus|v)\.?)[ ]\Z"
)
_MEASURED: Final = re.compile(
    r"[\s-]?(?:%|(?i:people|persons|men|women|children|homes|houses|families|troops|soldiers|fighters|civilians|"
    r"militants|refugees|rebels|police|protesters|prisoners|others|members|employees|workers|jobs|kilomet|km|miles|"
    r"met(?:er|re)s|dollars|euros|pounds|percent|per\scent|points|votes|seats|tons|tonnes|feet|square|hours|hrs|gmt|"
    r"utc|local\stime|kg|rpm|calories|cars|units|times|million|billion|dead|killed|wounded|injured)(?:\b|(?<=met)))"
)
_GOES_ON: Final = re.compile(
    r"\s*(?:[.,;:!?)\]\"”’'–—-]|$)|\s+(?:the|a|an|and|or|but|to|in|on|at|by|when|which|who|with|that|was|were|is|are|"
    r"had|has|have|as|for|from|his|her|their|its|after|before|during|while|said|he|she|they|it|over|under|of)\b"
)
_CAPITALISED: Final = re.compile(r"\s[A-Z][a-z]")

_OPEN_TO_NUMBERS: Final = frozenset(
    {"of", "for", "by", "from", "before", "after", "through", "between", "at least"}
)
_BEFORE_YEARS: Final = frozenset(
    {"in", "since", "ever since", "until", "till", "during", "throughout", "prior to", "as early as", "circa"}
)
# "By May", "to March", "for April" may be a person or a verb; these may not.
_BEFORE_MONTHS: Final = frozenset(
    {"in", "since", "ever since", "until", "till", "during", "throughout", "as of"}
)
# "Wednesday Addams is …", "April, the colonel's daughter": a person begins the sentence, no date.
_SENTENCE_STARTS: Final = re.compile(r"(?:\A|[.!?][\"”’]?\s|\n\s?)\Z")
_PERSON_GOES_ON: Final = re.compile(r"\s[A-Z][a-z]+\s(?:is|was|has|had|says|said|will|[a-z]{3,12}ed)\b")
_PERSON_IS_TOLD: Final = re.compile(r",\s(?:the|a|an|who|his|her)\s")
_FIRST_NAMES: Final = frozenset({4, 5, 6, 8})
_WORD_AT_HAND: Final = 24


def names_something_else(text: str, start: int, end: int, stop: int) -> bool:
    """Whether the words at ``(start, end)`` are part of a name, a fiscal year or a numbered thing."""
    before = text[max(0, start - _WORD_AT_HAND) : start]
    after = text[end : min(stop, end + _WORD_AT_HAND)]
    return bool(
        _NAME_GOES_ON.match(after)
        or _NAME_BEGAN.search(before)
        or _FISCAL_BEFORE.search(before)
        or _FISCAL_AFTER.match(after)
        or (text[start].isdigit() and _NUMBERED.search(before))
    )


def is_supported(text: str, expression: DateExpression, lead: Lead) -> bool:
    """Whether the words before and after let a bare month or a bare number be a date at all."""
    first = expression.ends[0] if expression.ends else expression
    if first.kind == "year" and first.offset is None:
        return _is_a_year(text, expression, lead)
    if first.kind == "month" and first.year is None and first.offset is None:
        return _is_a_month(text, expression, first, lead)
    return first.kind != "weekday" or not _begins_with_a_person(text, expression, _PERSON_GOES_ON)


def _begins_with_a_person(text: str, expression: DateExpression, told_by: re.Pattern[str]) -> bool:
    start, end = expression.span.start, expression.span.end
    begins = _SENTENCE_STARTS.search(text[max(0, start - 3) : start])
    return begins is not None and told_by.match(text, end) is not None


def _is_a_year(text: str, expression: DateExpression, lead: Lead) -> bool:
    end = expression.span.end
    after = text[end : end + _WORD_AT_HAND]
    if _MEASURED.match(after):
        return False
    if lead.portion is not None or lead.preposition in _BEFORE_YEARS:
        return True
    if lead.preposition in _OPEN_TO_NUMBERS and not lead.the:
        return _GOES_ON.match(after) is not None
    in_brackets = text[lead.core - 1 : lead.core] == "(" and after[:1] == ")"
    # "The 2003 invasion": a year of this age or the last, not a count of something.
    return in_brackets or (lead.the and _CAPITALISED_OR_SMALL.match(after) is not None)


_CAPITALISED_OR_SMALL: Final = re.compile(r"\s[A-Za-z]")


def _is_a_month(text: str, expression: DateExpression, first: DateExpression, lead: Lead) -> bool:
    if lead.portion is not None:
        return True
    end = expression.span.end
    after = text[end : end + _WORD_AT_HAND]
    name = text[lead.core : end]
    if first.month == 5 and (lead.preposition not in _BEFORE_MONTHS or after[:1] in {"'", "’"}):
        return False
    is_short = len(name.rstrip(".")) < 5 and first.month not in {5, 6, 7}
    if is_short or first.month == 3:
        return lead.preposition is not None
    if lead.preposition in _BEFORE_MONTHS:
        return True
    if first.month in _FIRST_NAMES and _begins_with_a_person(text, expression, _PERSON_IS_TOLD):
        return False
    return not (first.month in _FIRST_NAMES and _CAPITALISED.match(after))
