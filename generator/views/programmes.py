"""Programmes and funders that must be named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.opportunity import Programme
from generator.model.record import Image
from generator.model.said import Said
from generator.views.here import Here
from generator.views.images import Picture, picture


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme or funder."""

    name: Said
    """Its name."""
    url: str
    """Its page; may be ""."""
    credit: Said
    """The credit line it asks for; may be empty."""
    logo: Picture | None
    """Its logo."""


def programme_lines(here: Here, programmes: Iterable[Programme]) -> tuple[ProgrammeLine, ...]:
    """Return programmes as lines. A logo says nothing that the name beside it does not."""
    return tuple(
        ProgrammeLine(
            here.said(it.name),
            it.url,
            here.said(it.credit),
            picture(here, Image(it.logo)) if it.logo else None,
        )
        for it in programmes
    )
