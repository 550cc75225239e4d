"""Toponym resolution by prominence and context, and the laws of what it hands back."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.model import Document, Mention, Span
from geomap.resolution import context_resolver


def mention_of(text, name, kind="name"):
    start = text.index(name)
    return Mention(span=Span(start=start, end=start + len(name)), text=name, kind=kind)


def resolved(gazetteer, text, *names):
    """The resolutions of the names as they first stand in the text; those with a star are demonyms."""
    mentions = [
        mention_of(text, name.strip("*"), "demonym" if name.endswith("*") else "name") for name in names
    ]
    return context_resolver(gazetteer)(Document(id="d", text=text), mentions)


def test_the_largest_place_of_a_name_where_nothing_else_speaks(gazetteer):
    (london,) = resolved(gazetteer, "A fire broke out in London.", "London")
    assert london.place.country == "GB"
    assert london.candidates[0].reasons


def test_a_place_named_after_it_holds_a_name(gazetteer):
    paris, _ = resolved(gazetteer, "A barn burned down in Paris, Texas.", "Paris", "Texas")
    assert (paris.place.country, paris.place.admin1) == ("US", "Texas")
    assert any("Texas" in reason for reason in paris.candidates[0].reasons)


def test_one_sense_a_document(gazetteer):
    text = "Paris, Texas, is quiet. Nobody leaves Paris at night."
    first, second = mention_of(text, "Paris"), Mention(span=Span(start=38, end=43), text="Paris")
    found = context_resolver(gazetteer)(
        Document(id="d", text=text), [first, mention_of(text, "Texas"), second]
    )
    assert found[0].place == found[2].place


def test_the_country_that_the_text_names_draws_its_towns(gazetteer):
    text = "Libyan men fought for Tripoli, and half of Libya was told."
    *_, tripoli = resolved(gazetteer, text, "Libya", "Libyan*", "Tripoli")
    assert tripoli.place.country == "LY"


def test_unit_words_ask_for_units(gazetteer):
    province, city = resolved(
        gazetteer, "Men from Tehran province drove to the city of Isfahan.", "Tehran province", "Isfahan"
    )
    assert province.place.kind == "admin1"
    assert city.place.kind == "settlement"


def test_a_bare_name_is_the_town_rather_than_the_unit_named_after_it(gazetteer):
    (tehran,) = resolved(gazetteer, "A funeral was held in Tehran.", "Tehran")
    assert tehran.place.kind == "settlement"


def test_a_country_comes_before_a_town_of_the_name(gazetteer):
    (lebanon,) = resolved(gazetteer, "A ship left Lebanon.", "Lebanon")
    assert lebanon.place.kind == "country"


def test_a_demonym_means_its_country(gazetteer):
    (iraqi,) = resolved(gazetteer, "An Iraqi officer spoke.", "Iraqi*")
    assert (iraqi.place.kind, iraqi.place.country) == ("country", "IQ")
    assert iraqi.relation is None


def test_a_name_that_nobody_knows_stays_unknown(gazetteer):
    (unknown,) = resolved(gazetteer, "Gunmen attacked Qwxzzyvplo.", "Qwxzzyvplo")
    assert unknown.place is None
    assert unknown.confidence == 0.0


def test_says_that_the_spelling_differs(gazetteer):
    (unit,) = resolved(gazetteer, "He spoke in North Khorassan province.", "North Khorassan province")
    assert (unit.place.kind, unit.place.country) == ("admin1", "IR")
    assert any("spelling differs" in reason for reason in unit.candidates[0].reasons)


def test_outside_a_country_is_no_ring_about_it(gazetteer):
    (iraq,) = resolved(gazetteer, "They met outside Iraq.", "Iraq")
    (mosul,) = resolved(gazetteer, "They met outside Mosul.", "Mosul")
    assert iraq.relation is None
    assert mosul.relation.kind == "near"


def test_no_mentions_no_resolutions(gazetteer):
    assert context_resolver(gazetteer)(Document(id="d", text="Nothing."), []) == ()


_NAMES = st.lists(
    st.sampled_from(
        ["Paris", "Texas", "Mosul", "Springfield", "Iraqi", "Tal Afar", "Nowhereville", "Diyala province"]
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=_NAMES, glue=st.sampled_from([", ", " in ", " near ", " (", " and "]))
def test_one_resolution_a_mention_and_shares_that_add_up(gazetteer, names, glue):
    text, mentions = "In ", []
    for name in names:
        mentions.append(Mention(span=Span(start=len(text), end=len(text) + len(name)), text=name))
        text += name + glue
    document = Document(id="d", text=text)
    found = context_resolver(gazetteer)(document, mentions)
    assert [one.mention for one in found] == mentions
    assert found == context_resolver(gazetteer)(document, mentions)
    for one in found:
        assert sum(candidate.probability for candidate in one.candidates) <= 1.0
        assert len(one.alternatives) <= 5
