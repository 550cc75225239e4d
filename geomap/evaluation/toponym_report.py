"""A toponym score as plain text: the figures with what they are counted of, groups, and the worst errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from geomap.evaluation.event_report import plain
from geomap.evaluation.shares import Share
from geomap.evaluation.toponym_errors import PlaceError, SpanError
from geomap.evaluation.toponym_figures import FARTHEST_KM
from geomap.evaluation.toponym_gold import HALF_NAMES
from geomap.evaluation.toponyms import ToponymScore


def render_toponyms(score: ToponymScore, most: int) -> str:
    """The report, with so many of each list of errors."""
    lines = [
        *_headline(score),
        *_recognition(score),
        *_resolution(score),
        *_end_to_end(score),
        *_calibration(score),
        *_groups(score),
        *_emitted(score),
        *span_error_lines("Missed most often", score.errors.missed, most),
        *span_error_lines("False alarms most often", score.errors.false_alarms, most),
        *_place_errors("Wrong places most often, gold spans given", score.errors.wrong, most),
        *_place_errors("Within 161 km, but another place by its id", score.errors.other_id, most),
    ]
    return "\n".join(lines) + "\n"


def told_share(share: Share) -> str:
    """A share with what it is counted of: "86.0 %  1,910 of 2,221"."""
    return f"{percent(share.value)}  {share.count:,} of {share.of:,}"


def percent(value: float | None) -> str:
    """A share in per cent, six characters wide; a dash for a share of nothing."""
    return "     –" if value is None else f"{100 * value:5.1f} %".rjust(6)


def _headline(score: ToponymScore) -> Iterator[str]:
    counts = score.summary
    yield (
        f"{plain(score.corpus.name)}, {HALF_NAMES[score.half]}: {_count(counts['documents'], 'document')}, "
        f"{_count(counts['toponyms'], 'toponym')} ({counts['with_id']:,} with an id, "
        f"{counts['with_position']:,} with a position)"
    )
    if counts["offsets_repaired"] or counts["left_out"]:
        yield (
            f"In the whole file {counts['offsets_repaired']:,} offsets were repaired, and "
            f"{counts['left_out']:,} toponyms left out, whose phrase stands nowhere near."
        )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _recognition(score: ToponymScore) -> Iterator[str]:
    found = score.recognition
    yield from ("", "Recognition, exact spans")
    yield f"  precision            {told_share(found.precision)} spans emitted"
    yield f"  recall               {told_share(found.recall)} gold toponyms"
    yield f"  F1                   {percent(found.f1)}"


def _resolution(score: ToponymScore) -> Iterator[str]:
    placed = score.resolution
    yield from ("", "Resolution, gold spans given; no answer is a wrong one")
    yield f"  within 161 km        {told_share(placed.near)} toponyms with a position"
    yield f"  same id              {told_share(placed.same_id)} toponyms with an id"
    yield f"  same id, but farther {told_share(placed.same_but_far)} toponyms with both"
    yield f"  error, all           {_averages(placed.all_km)}"
    yield f"  error, answered      {_averages(placed.errors_km)}"
    auc = "–" if placed.auc is None else f"{placed.auc:.4f}"
    yield f"  area under the curve {auc} of ln(error + 1) / ln({FARTHEST_KM}), over {placed.near.of:,}"
    yield (
        f"  Distances are great-circle distances on a sphere; the {placed.unanswered:,} without an answer "
        f"were taken as {FARTHEST_KM - 1:,} km away."
    )


def _averages(errors: Sequence[float]) -> str:
    if not errors:
        return "of nothing"
    return f"mean {fmean(errors):,.1f} km, median {median(errors):,.1f} km, of {len(errors):,}"


def _end_to_end(score: ToponymScore) -> Iterator[str]:
    whole = score.end_to_end
    yield from ("", "End to end, exact span and place")
    yield f"  same id              {told_share(whole.same_id)} gold toponyms with an id"
    yield f"  within 161 km        {told_share(whole.near)} gold toponyms with a position"
    yield f"  precision, same id   {told_share(whole.precision_same_id)} spans emitted with a place"
    yield f"  precision, 161 km    {told_share(whole.precision_near)} spans emitted with a place"
    yield "  What was emitted for a gold toponym without id or position is not counted in the precision."


def _calibration(score: ToponymScore) -> Iterator[str]:
    yield from ("", "Expected calibration error of the confidence, in ten bins")
    for name, found in score.calibration.items():
        error = "–" if found.error is None else f"{found.error:.4f}"
        yield f"  {name.replace('_', ' '):26} {error} over {found.count:,} places"


def _groups(score: ToponymScore) -> Iterator[str]:
    yield from ("", "By kind of the gold toponym; the last three are counted under a kind too")
    header = ("", "found", "given: 161 km", "given: same id", "end to end: same id", "end to end: 161 km")
    rows = [
        (
            group.group,
            told_share(group.found),
            told_share(group.given.near),
            told_share(group.given.same_id),
            told_share(group.whole.same_id),
            told_share(group.whole.near),
        )
        for group in score.groups
    ]
    widths = [max(len(row[at]) for row in (header, *rows)) for at in range(len(header))]
    for row in (header, *rows):
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _emitted(score: ToponymScore) -> Iterator[str]:
    yield from ("", "Precision of the spans emitted, by how they were read")
    for name, right in score.emitted.items():
        yield f"  {name:20} {told_share(right)}"


def span_error_lines(title: str, errors: Sequence[SpanError], most: int) -> Iterator[str]:
    """A list of texts that were missed or made up, after a blank line and a title with their number."""
    total = sum(each.count for each in errors)
    near = sum(each.touched for each in errors)
    yield from ("", f"{title}: {total:,}, of which {near:,} overlap another span")
    for each in errors[:most]:
        overlap = f" ({each.touched} overlapping)" if each.touched else ""
        yield f"  {each.count:4}  {plain(each.text)}{overlap}"


def _place_errors(title: str, errors: Sequence[PlaceError], most: int) -> Iterator[str]:
    yield from ("", f"{title}: {sum(each.count for each in errors):,}")
    for each in errors[:most]:
        yield f"  {each.count:4}  {plain(each.text)}: {plain(each.gold)}{_instead(each)}"


def _instead(error: PlaceError) -> str:
    if error.found is None or error.km is None:
        return ", got no place"
    away = f"{error.km:,.0f} km away"
    return f", placed {away}" if error.found == error.gold else f", got {plain(error.found)}, {away}"
