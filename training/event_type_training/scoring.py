"""Cross-validation: how often examples that were not learnt from are given their type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from event_type_training.examples import Example
from event_type_training.fitting import Fitted, fitted

_FOLDS = 5


def cross_validated(examples: Sequence[Example]) -> Iterator[str]:
    """Lines of a report: the share that is right by type, and over all."""
    right: Counter[str] = Counter()
    for fold in range(_FOLDS):
        learnt = fitted([each for at, each in enumerate(examples) if at % _FOLDS != fold])
        right.update(each.type for each in examples[fold::_FOLDS] if _type(learnt, each) == each.type)
    counts = Counter(each.type for each in examples)
    for kind, count in sorted(counts.items()):
        yield f"{kind:36} {right[kind]:5} of {count:5}  {right[kind] / count:.2f}"
    yield f"{'all':36} {right.total():5} of {counts.total():5}  {right.total() / counts.total():.2f}"


def _type(learnt: Fitted, example: Example) -> str:
    number = {name: at for at, name in enumerate(learnt.features)}
    rows = [number[name] for name in example.features if name in number]
    return learnt.types[int(np.argmax(learnt.weights[rows].sum(axis=0) + learnt.start))]
