"""taxonomy.yaml: the words that records are described with, each an id with labels."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.declaration import declared
from generator.model.problem import Mark
from generator.model.record import Marks
from generator.model.shapes import MOST_TERMS, Group, Labels, Link, Many, Slug, Token, WordLists
from generator.model.text import Text

SCHEMES = ("topics", "skills", "careers", "access", "support", "eligibility", "benefits",
           "facilities")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TermAlignment:
    """What a term is called in a published framework."""

    framework: str = declared(Token(), "The framework, such as ESCO.", required=True)
    code: str = declared(Token(), "Its code there.")
    url: str = declared(Link(), "Its own address there.")


@dataclass(frozen=True, slots=True)
class TaxonomyTerm:
    """One word of a scheme: an id that records use, and what people read."""

    id: str = declared(Slug(), "What records write.", required=True)
    label: Text = declared(
        Labels(), "What people read: a word, or one for each language.", required=True
    )
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = declared(
        WordLists(), "Other words that people search for: a list, or one for each language."
    )
    meaning: Text = declared(Labels(longest=400), "What it means, in a sentence.")
    parent: str = declared(Slug(), "The wider term of the same scheme.")
    alignment: TermAlignment | None = declared(
        Group(TermAlignment), "The same thing in a published framework."
    )


@dataclass(frozen=True, slots=True)
class Layers:
    """The badging standard's layers: kinds of experience, never ranks; so scheme and version."""

    scheme: Text = declared(Labels(), "The standard.", required=True)
    version: str = declared(Token(), "Its version; quote it.")
    url: str = declared(Link(), "Where it is published.")
    items: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS),
        "The layers, in the standard's order.",
        required=True,
    )


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Every scheme of one place."""

    topics: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "What things are about."
    )
    skills: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "What people can do."
    )
    careers: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "Lines of work."
    )
    access: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "What makes it possible to come."
    )
    support: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "Support that is given."
    )
    eligibility: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "Situations that qualify somebody."
    )
    benefits: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "Benefits that qualify somebody."
    )
    facilities: tuple[TaxonomyTerm, ...] = declared(
        Many(Group(TaxonomyTerm), most=MOST_TERMS), "What a venue has."
    )
    layers: Layers | None = declared(Group(Layers), "The badging standard's layers.")

    marks: Marks = field(default=Marks(Mark("taxonomy.yaml")))

    def scheme(self, name: str) -> tuple[TaxonomyTerm, ...]:
        """Return a scheme's terms in the team's order; ``layers`` is a scheme too."""
        if name == "layers":
            return self.layers.items if self.layers else ()
        terms: tuple[TaxonomyTerm, ...] = getattr(self, name)
        return terms

    def term(self, scheme: str, identifier: str) -> TaxonomyTerm | None:
        """Return one term, or None where the scheme has no such id."""
        for term in self.scheme(scheme):
            if term.id == identifier:
                return term
        return None
