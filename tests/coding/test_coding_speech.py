"""Who says it: speakers found, told apart from what they say, and kept as the source of a claim."""

from __future__ import annotations

import pytest
from coding_examples import code, document, only

from geomap.coding.sentence import read_sentences
from geomap.coding.speech import speeches


def said(text):
    return speeches(read_sentences(document(text)))


@pytest.mark.parametrize(
    ("text", "speaker", "is_side"),
    [
        ("Police said a bomb exploded.", "Police", False),
        ("A bomb exploded, an army spokesman said.", "an army spokesman", True),
        ('"A bomb exploded," said the governor.', "the governor", False),
        ("On Tuesday, a rebel commander told reporters the town fell.", "a rebel commander", True),
        ("Also on Tuesday, a rebel commander said the town fell.", "a rebel commander", True),
        ("In Homs, the defence ministry announced a raid.", "the defence ministry", True),
        ("The mayor later said the town fell.", "The mayor", False),
        ("A doctor in the town confirmed that five men died.", "A doctor in the town", False),
    ],
)
def test_a_speaker_stands_before_or_after_the_verb(text, speaker, is_side):
    (speech,) = said(text)
    assert speech is not None
    assert (speech.speaker.text, speech.is_side) == (speaker, is_side)


def test_a_sentence_without_a_verb_of_speech_has_no_speaker():
    assert said("A bomb exploded in the town.") == (None,)
    # Inside the quotation somebody else speaks.
    assert said('"He said nothing of it" was all.') == (None,)
    assert said("He said a bomb exploded.") == (None,)


def test_a_pronoun_goes_back_to_the_last_speaker_that_was_named():
    first, second = said("A rebel commander said the town fell. He added that a base was taken.")
    assert first is not None and second is not None
    assert second.speaker == first.speaker
    assert second.is_side


def test_a_pronoun_with_nobody_before_it_has_no_speaker():
    assert said("It rained. He said the town fell.") == (None, None)


def test_the_speaker_is_kept_as_the_source_of_the_claim():
    event = only("Rebels seized a checkpoint near Homs on Tuesday, a rebel commander said.")
    assert event.claimed_by is not None
    assert (event.claimed_by.text, event.status) == ("a rebel commander", "claimed")


def test_a_deed_outside_of_what_is_said_has_no_source():
    (event,) = code("Rebels seized a checkpoint near Homs on Tuesday.")
    assert event.claimed_by is None
