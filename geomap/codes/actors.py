"""Armed actors that have a name of their own, and the words for forces that go with a country's adjective."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from geomap.segmentation import tokens

ActorKind = Literal["state", "nonstate", "people", "unknown"]

# A country's adjective or name and one of these words: "Iranian fighter planes", "Iraq's defence minister".
FORCES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        """
        army military forces troops troop soldiers soldier warplanes warplane planes plane jets jet
        aircraft helicopters helicopter drones drone artillery navy airforce tanks tank commander
        commanders general commandos marines airstrikes airstrike bombers gunboats missiles general
        officer guards guard
        """.split(),
        "Military Forces of {}",
    ),
    **dict.fromkeys("police policemen policeman gendarmes gendarmerie".split(), "Police Forces of {}"),
    **dict.fromkeys(
        """
        government president minister ministers officials official ambassador envoy diplomats parliament
        premier authorities regime leader leaders ministry chancellor delegation foreign prime
        """.split(),
        "Government of {}",
    ),
    **dict.fromkeys("civilians civilian citizens citizen villagers residents".split(), "Civilians ({})"),
    **dict.fromkeys("rebels rebel militants insurgents separatists militia militias".split(), "Rebels ({})"),
}

# Those that news leaves without a name are kept as it calls them.
UNNAMED: Final[Mapping[str, ActorKind]] = {
    **dict.fromkeys(
        """
        gunmen gunman militants militant rebels insurgents jihadists extremists terrorists militiamen
        attackers assailants separatists guerrillas bandits kidnappers
        """.split(),
        "nonstate",
    ),
    **dict.fromkeys("police policemen soldiers troops army paratroopers peacekeepers".split(), "state"),
    **dict.fromkeys(
        """
        civilians protesters demonstrators rioters villagers residents worshippers pilgrims journalists
        students children passengers shoppers workers mourners refugees mob activists supporters dissidents
        """.split(),
        "people",
    ),
}

# Two words that name a party together: "security forces", "tribal fighters".
QUALIFIED: Final[Mapping[tuple[str, str], ActorKind]] = {
    **{
        (qualifier, force): "state"
        for qualifier in "security government coalition regime allied progovernment special border".split()
        for force in "forces troops fighters soldiers guards".split()
    },
    **{
        (qualifier, force): "nonstate"
        for qualifier in "rebel opposition militant insurgent tribal jihadist separatist islamist".split()
        for force in "forces troops fighters groups gunmen".split()
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """A row of the table: the name that geomap uses, whether it fights for a state, its country's code."""

    name: str
    kind: ActorKind
    country: str | None


@cache
def known_actors() -> Mapping[tuple[str, ...], KnownActor]:
    """The actors by alias, which is a tuple of words in small letters as `alias` makes it."""
    table: dict[tuple[str, ...], KnownActor] = {}
    for line in (files("geomap.codes") / "actors.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, kind, country, aliases = line.split("\t")
        is_state: ActorKind = "state" if kind == "state" else "nonstate"
        actor = KnownActor(name=name, kind=is_state, country=country or None)
        table.update({alias(each): actor for each in aliases.split("|")})
    return table


def alias(words: str) -> tuple[str, ...]:
    """The key of an alias: its words in small letters, without hyphens and marks."""
    return tuple(token.text.lower() for token in tokens(words) if token.text[0].isalnum())
