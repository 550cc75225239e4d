from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.coding.casualties import find

K, W, M, D, X = "killed", "wounded", "missing", "detained", "displaced"

# Written for these tests: a sentence, and each loss's kinds with its low, best and high.
TOLD = [
    ("Arif Karim, 37, was captured after a manhunt.", [(D, 1, 1, 1)]),
    ("The blast killed five people.", [(K, 5, 5, 5)]),
    ("Five people were killed and 12 wounded in the market.", [(K, 5, 5, 5), (W, 12, 12, 12)]),
    (
        "The bomb went off, killing at least 8 people and wounding about 20.",
        [(K, 8, 8, None), (W, None, 20, None)],
    ),
    ("The attack left seven dead.", [(K, 7, 7, 7)]),
    ("The shelling left three children dead and a dozen wounded.", [(K, 3, 3, 3), (W, 12, 12, 12)]),
    ("The death toll rose to 31, officials said.", [(K, 31, 31, 31)]),
    ("The death toll climbed from 25 to 31.", [(K, 31, 31, 31)]),
    ("21 dead in market strike", [(K, 21, 21, 21)]),
    ("Six killed, 15 wounded in roadside blast", [(K, 6, 6, 6), (W, 15, 15, 15)]),
    ("They mourned a commander who was killed near the river.", [(K, 1, 1, 1)]),
    ("His wife and two children were killed.", [(K, 3, 3, 3)]),
    ("A mother and her two sons were killed.", [(K, 3, 3, 3)]),
    ("A family of five was killed in the raid.", [(K, 5, 5, 5)]),
    ("Twelve people, including 2 women, were killed.", [(K, 12, 12, 12)]),
    ("Twenty-five pilgrims, most of them elderly, were killed.", [(K, 25, 25, 25)]),
    (
        "Troops killed 22 militants, including five foreigners, and captured 10 others.",
        [(K, 22, 22, 22), (D, 10, 10, 10)],
    ),
    ("Two soldiers, a policeman and three civilians were killed.", [(K, 6, 6, 6)]),
    ("At least 23 soldiers and 12 militants were killed.", [(K, 35, 35, None)]),
    ("Troops killed five militants and three civilians were wounded.", [(K, 5, 5, 5), (W, 3, 3, 3)]),
    (
        "A roadside bomb killed a police officer and wounded three of his colleagues.",
        [(K, 1, 1, 1), (W, 3, 3, 3)],
    ),
    ("A bomber killed himself and six others.", [(K, 7, 7, 7)]),
    ("Gunmen shot dead three policemen in the old town.", [(K, 3, 3, 3)]),
    ("Three policemen were shot dead at a checkpoint.", [(K, 3, 3, 3)]),
    ("Police arrested 14 suspects on Tuesday.", [(D, 14, 14, 14)]),
    ("Rebels abducted two journalists and killed their driver.", [(D, 2, 2, 2), (K, 1, 1, 1)]),
    ("Fifteen people were kidnapped; six of them were killed.", [(D, 15, 15, 15), (K, 6, 6, 6)]),
    ("No one was killed in the attack.", [(K, 0, 0, 0)]),
    ("Nobody was hurt.", [(W, 0, 0, 0)]),
    ("The explosion injured no one.", [(W, 0, 0, 0)]),
    ("There were no casualties.", [({K, W}, 0, 0, 0)]),
    ("Dozens of fighters were killed or wounded or arrested.", [({K, W, D}, 24, None, None)]),
    ("Some 20 people were killed or wounded.", [({K, W}, None, 20, None)]),
    ("Up to 40 fighters were killed.", [(K, None, None, 40)]),
    ("Between 10 and 15 soldiers were wounded.", [(W, 10, None, 15)]),
    ("Nearly 100 people are missing after the flood.", [(M, None, 100, 100)]),
    ("The fighting displaced 30,000 people.", [(X, 30_000, 30_000, 30_000)]),
    ("Ten soldiers died and three were wounded.", [(K, 10, 10, 10), (W, 3, 3, 3)]),
    ("The attack claimed 12 lives.", [(K, 12, 12, 12)]),
    ("Several people were injured.", [(W, 2, None, None)]),
    ("On Monday 12 people were killed.", [(K, 12, 12, 12)]),
    ("On June 3 five people were killed.", [(K, 5, 5, 5)]),
    ("A 12-year-old boy was killed by a mine.", [(K, 1, 1, 1)]),
    ("He was wounded in the leg.", [(W, 1, 1, 1)]),
    ("The bus carrying 40 passengers crashed, killing 12.", [(K, 12, 12, 12)]),
    ("Eight of the 12 hostages were killed.", [(K, 8, 8, 8)]),
    ("The army said it had killed 15 fighters.", [(K, 15, 15, 15)]),
    ("The strike destroyed five militant positions and killed their leader.", [(K, 1, 1, 1)]),
    ("The city was rocked by blasts that killed 88 people.", [(K, 88, 88, 88)]),
    ("A man was shot and killed by guards.", [(K, 1, 1, 1)]),
    ("A total of 13 rebels were killed.", [(K, 13, 13, 13)]),
    ("They killed around 270 soldiers, guards and staff.", [(K, None, 270, None)]),
    ("Five civilians [residents report ten] were killed.", [(K, 5, 5, 5)]),
    ("Soldiers were killed in the ambush.", [(K, None, None, None)]),
]

NEAR_MISSES = [
    "Senators killed the bill.",
    "They killed time in the lobby.",
    "The protests died down on Monday.",
    "He swam in the Dead Sea.",
    "He was put on the injured list.",
    "The decision killed 1,200 jobs.",
    "The virus killed 300 cows.",
    "They executed the plan.",
    "Rebels captured the town.",
    "Troops captured 3 villages.",
    "A child was among the dead.",
    "The dead included four women.",
    "He threatened to kill five hostages.",
    "The strike could have killed dozens of civilians.",
    "The attackers failed to kill the governor.",
    "The minister denied that troops would kill civilians.",
    "Troops were accused of killing three civilians.",
]

TOTALS = [
    "More than 2,000 people have been killed since January.",
    "About 500,000 people have been killed in the war.",
    "In 2014 five soldiers were killed.",
    "Fighting in the city has killed more than 300 people so far this year.",
]


def _coded(text):
    return [(loss.kinds, loss.low, loss.best, loss.high) for loss in find(text)]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_losses_are_told_with_their_numbers(text, expected):
    kinds = [frozenset([kind] if isinstance(kind, str) else kind) for kind, *_ in expected]
    assert _coded(text) == [(kind, *numbers) for kind, (_, *numbers) in zip(kinds, expected, strict=True)]
    assert not any(loss.total for loss in find(text))


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_is_no_loss_of_persons_or_was_not_done_is_none(text):
    assert find(text) == ()


@pytest.mark.parametrize("text", TOTALS)
def test_the_sum_of_a_war_or_a_year_is_marked(text):
    assert [loss.total for loss in find(text)] == [True]


def test_a_plural_without_a_number_is_a_loss_with_none_told():
    (loss,) = find("Militants were killed.")
    assert not loss.told
    assert loss.victims == "Militants"


def test_a_combined_count_holds_its_verbs_together():
    text = "Dozens of militants were killed or wounded or arrested."
    (loss,) = find(text)
    assert text[loss.verb_span.start : loss.verb_span.end] == "killed or wounded or arrested"
    assert loss.victims == "Dozens of militants"
    assert loss.text == text[:-1]


def test_offsets_are_into_the_whole_text():
    text = "Quiet day. The blast killed five people. Two died."
    assert [loss.text for loss in find(text, 11, 41)] == ["killed five people"]


PIECES = st.sampled_from(
    "five killed wounded people and , including two of them were was who dead or missing the toll rose to 31 "
    "soldiers at least no one a his wife died . in 2014 arrested between 3 himself others up".split()
)


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_numbers_are_in_order_and_spans_match_the_text(text):
    for loss in find(text):
        told = [number for number in (loss.low, loss.best, loss.high) if number is not None]
        assert told == sorted(told)
        assert loss.kinds
        assert loss.span.covers(loss.verb_span)
        assert text[loss.span.start : loss.span.end] == loss.text


@pytest.mark.parametrize(
    "piece", ["killed ", "five killed ", "two people and ", "killed or ", "toll to 5 ", "1", "was "]
)
def test_hostile_text_is_read_to_its_end(piece):
    for loss in find(piece * 2000):
        assert loss.text
