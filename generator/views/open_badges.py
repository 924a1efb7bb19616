"""What Open Badges documents say of a badge and its issuer, before a version's names are put on.

Both versions of the standard are drawn from these values, so that neither can carry a criterion,
an alignment or a picture that the other, or the page, does not. Addresses are absolute, because
they are identities: a badge earned today is checked against them for as long as it is held.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.badge import Badge
from generator.model.edition import Edition
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.registry import BADGE, ORGANISATION
from generator.rules.addresses import absolute
from generator.rules.badge_images import badge_image_address
from generator.rules.picture_addresses import picture_address
from generator.rules.plain_markdown import as_list, as_markdown

ACHIEVEMENT = "achievement.json"
BADGE_CLASS = "badgeclass.json"
ISSUER = "issuer.json"
ISSUER_2 = "issuer-2.0.json"

TAG_SCHEMES = ("topics", "skills", "careers")


@dataclass(frozen=True, slots=True)
class IssuerFacts:
    """Who stands behind a badge. ``numbers`` are the registers it is in and its number there."""

    organisation: Organisation
    page: str
    url: str
    name: str
    description: str
    email: str
    phone: str
    image: str
    image_alt: str
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AlignmentFacts:
    """What the same thing is called in a published framework; ``code`` may be empty."""

    framework: str
    code: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """A badge in one language. ``narrative`` is Markdown; ``related`` are ids of other badges."""

    badge: Badge
    page: str
    language: str
    name: str
    description: str
    narrative: str
    image: str
    image_alt: str
    alignments: tuple[AlignmentFacts, ...]
    tags: tuple[str, ...]
    related: tuple[str, ...]
    issuer: IssuerFacts


def published_badges(edition: Edition) -> tuple[BadgeFacts, ...]:
    """Return every badge that has documents, in order of id.

    A retired badge keeps them: those who hold it must be able to show what it was. A draft has
    none, even where drafts were asked for: an identity, once out, cannot be taken back.
    """
    return tuple(
        _badge_facts(badge, issuer, edition)
        for badge in edition.place.badges.values()
        if has_documents(badge, edition.place)
        and (issuer := edition.place.organisations.get(badge.issuer))
    )


def published_issuers(edition: Edition) -> tuple[IssuerFacts, ...]:
    """Return every organisation that issues a badge with documents, in order of id."""
    place = edition.place
    issuing = {badge.issuer for badge in place.badges.values() if has_documents(badge, place)}
    return tuple(
        issuer_facts(organisation, edition)
        for organisation in place.organisations.values()
        if organisation.id in issuing
    )


def has_documents(badge: Badge, place: Place) -> bool:
    """Say whether a badge has Open Badges documents: pages link to them only then."""
    issuer = place.organisations.get(badge.issuer)
    draft = badge.draft or badge.status == "draft"
    return issuer is not None and not draft and not issuer.draft


def document_id(place: Place, folder: str, name: str) -> str:
    """Return the permanent identity of a document: its own address under the place's ``url``."""
    return absolute(place.settings.url, f"{folder}{name}")


def issuer_facts(organisation: Organisation, edition: Edition) -> IssuerFacts:
    """Return what documents say of an organisation."""
    place, language = edition.place, edition.language
    page = absolute(place.settings.url, ORGANISATION.page(organisation.id))
    contact, logo = organisation.contact, organisation.logo
    picture = place.pictures.get(logo.file) if logo else None
    image = picture_address(logo.file, picture) if logo and picture else ""
    return IssuerFacts(
        organisation=organisation,
        page=page,
        url=organisation.url or page,
        name=organisation.title.words(language),
        description=organisation.summary.words(language),
        email=contact.email if contact else "",
        phone=contact.phone if contact else "",
        image=absolute(place.settings.url, image) if image else "",
        image_alt=logo.alt.words(language) if logo and image else "",
        numbers=_numbers(organisation),
    )


def _numbers(organisation: Organisation) -> tuple[tuple[str, str], ...]:
    known = (
        ("charityNumber", organisation.charity_number),
        ("companyNumber", organisation.company_number),
        ("ukprn", organisation.ukprn),
    )
    return tuple((register, number) for register, number in known if number)


def _badge_facts(badge: Badge, issuer: Organisation, edition: Edition) -> BadgeFacts:
    place, language = edition.place, edition.language
    written_in, name = badge.title.chosen(language)
    own_picture = badge.image if badge.image and badge.image.file in place.pictures else None
    return BadgeFacts(
        badge=badge,
        page=absolute(place.settings.url, BADGE.page(badge.id)),
        language=written_in,
        name=name,
        description=badge.summary.words(language),
        narrative=_narrative(badge, edition),
        image=absolute(place.settings.url, badge_image_address(badge, place)),
        image_alt=own_picture.alt.words(language) if own_picture else "",
        alignments=_alignments(badge, edition),
        tags=_tags(badge, edition),
        related=_related(badge, place),
        issuer=issuer_facts(issuer, edition),
    )


def _narrative(badge: Badge, edition: Edition) -> str:
    language, gettext = edition.language, edition.wording.gettext
    parts = [as_list(tuple(criterion.words(language) for criterion in badge.criteria))]
    if badge.evidence:
        shown = badge.evidence.type.words(language)
        reviewer = badge.evidence.reviewer.words(language)
        if shown:
            parts.append(gettext("Evidence: {evidence}").format(evidence=as_markdown(shown)))
        if reviewer:
            parts.append(gettext("Reviewed by: {reviewer}").format(reviewer=as_markdown(reviewer)))
    return "\n\n".join(parts)


def _alignments(badge: Badge, edition: Edition) -> tuple[AlignmentFacts, ...]:
    """Return the record's own alignments first, then those that the taxonomy gives its skills."""
    language = edition.language
    terms = [edition.place.taxonomy.term("skills", identifier) for identifier in badge.skills]
    of_skills = {
        term.alignment.url: AlignmentFacts(
            term.alignment.framework,
            term.alignment.code,
            term.label.words(language),
            term.alignment.url,
        )
        for term in terms
        if term and term.alignment and term.alignment.url
    }
    named = {alignment.url for alignment in badge.alignments}
    return (
        *(
            AlignmentFacts(it.framework, it.code, it.name.words(language), it.url)
            for it in badge.alignments
        ),
        *(alignment for url, alignment in of_skills.items() if url not in named),
    )


def _tags(badge: Badge, edition: Edition) -> tuple[str, ...]:
    taxonomy, language = edition.place.taxonomy, edition.language
    named = [(scheme, term) for scheme in TAG_SCHEMES for term in getattr(badge, scheme)]
    terms = [taxonomy.term(scheme, term) for scheme, term in [*named, ("layers", badge.layer)]]
    labels = [term.label.words(language) for term in terms if term]
    return tuple(dict.fromkeys(labels))


def _related(badge: Badge, place: Place) -> tuple[str, ...]:
    needed = badge.requires.badges if badge.requires else ()
    named = dict.fromkeys((*needed, *badge.leads_to, badge.replaced_by))
    return tuple(
        other.id
        for identifier in named
        if identifier != badge.id
        and (other := place.badges.get(identifier))
        and has_documents(other, place)
    )
