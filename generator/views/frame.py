"""What stands around every page: name, ways around the site, languages, credits, whom to tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode, urljoin

from generator.model.page import Listing
from generator.model.prose import SafeHtml
from generator.model.record import Record
from generator.model.said import Said
from generator.model.social_card import SocialCard
from generator.rules.addresses import absolute
from generator.rules.json_text import script_json
from generator.rules.licences import licence_url
from generator.rules.policy import content_policy
from generator.views.contacts import ContactFacts, contact_facts
from generator.views.here import Here
from generator.views.images import LogoFacts, logo_facts
from generator.views.licences import licence_link
from generator.views.links import Link
from generator.views.sharing import Sharing, sharing
from generator.views.social_cards import place_colour
from generator.views.spoken import ITS_OWN, Spoken, spoken
from generator.views.structured_data import breadcrumbs
from generator.views.structured_parts import Description


@dataclass(frozen=True, slots=True)
class NavLink:
    """One way around the site."""

    words: str
    """What it is called."""
    href: str
    """Where it leads from this page."""
    current: bool = False
    """Whether it is this very page, or the section that this page is in."""
    page: bool = False
    """Whether it is this very page."""


@dataclass(frozen=True, slots=True)
class Twin:
    """The same page in another of the site's languages."""

    language: str
    """Its language tag."""
    name: str
    """What those who speak it call it: “Cymraeg”."""
    href: str
    """Where it is from this page."""
    canonical: str
    """Its full address."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every template is given as ``frame``."""

    language: str
    """The page's language tag."""
    title: str
    """What the page is called, for its tab and for search engines."""
    title_language: str
    """The tag of the language that the title is in; "" where that is the page's."""
    description: str
    """The page in a line, for search engines; may be ""."""
    canonical: str
    """The page's full address, on the place's ``url``."""
    root: str
    """How the site's root is reached from this page; assets are ``{{ frame.root }}assets/…``."""
    home: str
    """How this language's home page is reached."""
    site: Said
    """What the place is called."""
    tagline: Said
    """The line under its name; may be empty."""
    logo: LogoFacts | None
    """The place's logo; without one the theme draws a door."""
    demonstration: bool
    """Whether every page must say that this is a demonstration and no real service."""
    nav: tuple[NavLink, ...]
    """The sections, for the top of the page."""
    saved: NavLink
    """The list of what a learner saved, after the sections."""
    more: tuple[NavLink, ...]
    """The other lists and pages, for its foot."""
    trail: tuple[Link, ...]
    """The way to this page from home, without the page itself; empty on the home page."""
    direction: str
    """Which way the page's language is written: ``ltr`` or ``rtl``."""
    spoken: Spoken
    """In which language the page's record speaks, and whose words they are."""
    original: str
    """The page's full address in the place's main language, for readers of any other."""
    twins: tuple[Twin, ...]
    """This page in the site's other languages; empty where it has only one."""
    contact: ContactFacts | None
    """Who is behind the site."""
    feedback: str
    """Where to suggest a change to this page, its record's id included; may be ""."""
    licence: Link | None
    """The licence of the place's own data."""
    licence_credit: Said
    """How that licence asks for the place to be credited; may be empty."""
    attributions: tuple[Said, ...]
    """Credits that data sources ask for."""
    policy: str
    """The Content-Security-Policy that the page asks browsers to hold it to."""
    indexed: bool
    """Whether search engines may list the page."""
    sharing: Sharing
    """What is said of the page where its link is shared."""
    colour: str
    """The place's colour as ``#rrggbb``, for what a browser draws around the page."""
    counting: str
    """The path that is told of a look at the page; "" where nobody counts."""
    structured: SafeHtml
    """What search engines are told of the page, as JSON-LD for a data script; may be ""."""

    def listing(self, source: str) -> Listing | None:
        """Return what a sitemap says of the page, which is about the record ``source``, or None.

        Each page names all its languages, its own too, or search engines believe none of them;
        readers of any other are led to ``x-default``.
        """
        if not self.indexed:
            return None
        alternates = [(twin.language, twin.canonical) for twin in self.twins]
        if alternates:
            alternates += [(self.language, self.canonical), ("x-default", self.original)]
        return Listing(self.canonical, self.language, tuple(sorted(alternates)), source)


def frame(
    here: Here,
    title: str | Said,
    description: str = "",
    *,
    trail: Iterable[Link] = (),
    record: str = "",
) -> Frame:
    """Return what stands around a page.

    ``trail`` is the way to it, without home; ``record`` is the id of the record it shows, which a
    suggested change is about.
    """
    settings = here.settings
    way = tuple(trail)
    licence = settings.licence
    return Frame(
        language=here.language,
        title=str(title),
        title_language=title.language if isinstance(title, Said) and title.foreign else "",
        description=description,
        canonical=here.canonical,
        root=here.file(""),
        home=here.page(""),
        site=here.said(settings.name),
        tagline=here.said(settings.tagline),
        logo=logo_facts(here),
        demonstration=settings.demonstration,
        nav=_nav(here, _sections(here)),
        saved=_nav(here, [(here.say("Saved"), "saved/")])[0],
        more=_nav(here, _lists(here)),
        trail=(Link(here.own(here.say("Home")), here.page("")), *way) if here.address else (),
        direction=here.wording.direction,
        spoken=ITS_OWN,
        original=absolute(settings.url, here.address),
        twins=_twins(here),
        contact=contact_facts(here, settings.contact),
        feedback=_feedback(here, record),
        licence=(
            licence_link(here, licence.name, licence_url(licence, here.language))
            if licence
            else None
        ),
        licence_credit=here.said(licence.attribution) if licence else Said(),
        attributions=tuple(here.said(credit) for credit in settings.attributions),
        policy=content_policy(settings),
        indexed=True,
        sharing=sharing(here, record),
        colour=place_colour(settings),
        counting=here.settings.counting,
        structured=SafeHtml(),
    )


def described(here: Here, around: Frame, *descriptions: Description) -> Frame:
    """Return the frame of a page that search engines are told of, with the way to it."""
    root = absolute(here.settings.url, here.edition.prefix)
    way = [
        (step.words.words, urljoin(here.canonical, step.href).removeprefix(root))
        for step in around.trail
    ]
    trail = breadcrumbs(here.edition, [*way, (around.title, here.address)]) if way else None
    told = [*descriptions, trail] if trail else [*descriptions]
    return replace(around, structured=script_json(told))


def speaking(here: Here, around: Frame, record: Record, owner: str = "") -> Frame:
    """Return the frame of a page that is about a record, which may speak another language.

    ``owner`` is the id of the organisation whose words they are.
    """
    return replace(around, spoken=spoken(here, record, owner))


def shared(around: Frame, card: SocialCard) -> Frame:
    """Return the frame of a page that has a social card of its own."""
    return replace(around, sharing=replace(around.sharing, card=card))


def unlisted(around: Frame) -> Frame:
    """Return the frame of a page that search engines are asked to leave out."""
    return replace(around, indexed=False)


def _sections(here: Here) -> list[tuple[str, str]]:
    place = here.place
    sections = [(here.say("Explore"), "explore/"), (here.say("What’s on"), "whats-on/")]
    if place.badges:
        sections.append((here.say("Badges"), "badges/"))
    if place.pathways:
        sections.append((here.say("Pathways"), "pathways/"))
    return [*sections, (here.say("About"), "about/")]


def _lists(here: Here) -> list[tuple[str, str]]:
    place = here.place
    lists = [
        (here.say("Topics"), "topics/", place.taxonomy.topics),
        (here.say("Skills"), "skills/", place.taxonomy.skills),
        (here.say("Careers"), "careers/", place.taxonomy.careers),
        (here.say("Neighbourhoods"), "neighbourhoods/", place.neighbourhoods),
        (here.say("Venues"), "venues/", place.venues),
        (here.say("Organisations"), "organisations/", place.organisations),
    ]
    written = [
        (page.title.words(here.language), f"{page.id}/", True)
        for page in place.written_pages.values()
        if page.id not in ("about", "home")
    ]
    always = [
        (here.say("The data"), "data/", True),
        (here.say("Accessibility"), "accessibility/", True),
        (here.say("Privacy"), "privacy/", True),
    ]
    return [(words, address) for words, address, present in [*lists, *written, *always] if present]


def _nav(here: Here, items: Iterable[tuple[str, str]]) -> tuple[NavLink, ...]:
    return tuple(
        NavLink(
            words,
            here.page(address),
            current=here.address.startswith(address),
            page=here.address == address,
        )
        for words, address in items
    )


def _twins(here: Here) -> tuple[Twin, ...]:
    """Every edition has every page, for a text that is not translated falls back."""
    settings = here.settings
    twins = []
    for language in settings.languages:
        if language != here.language:
            prefix = "" if language == settings.language else f"{language}/"
            address = prefix + here.address
            twins.append(
                Twin(
                    language,
                    here.wording.own_name(language),
                    here.file(address),
                    absolute(settings.url, address),
                )
            )
    return tuple(twins)


def _feedback(here: Here, record: str) -> str:
    """Return where a suggested change goes; the record's id travels along in it."""
    feedback = here.settings.feedback
    if feedback is None:
        return ""
    if feedback.url:
        if not record:
            return feedback.url
        joined = "&" if "?" in feedback.url else "?"
        address, mark, fragment = feedback.url.partition("#")
        return f"{address}{joined}{urlencode({'record': record})}{mark}{fragment}"
    subject = here.say("Suggested change: {record}", record=record or here.address or "/")
    return f"mailto:{feedback.email}?subject={quote(subject)}"
