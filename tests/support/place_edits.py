"""What people do to a place between two builds: every kind of edit, on a folder in memory.

An edit may make the place wrong (a reference to what is gone): a build is then stopped, which is
as much a part of an author's day as one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from random import Random
from types import MappingProxyType

from PIL import Image

from tests.support.random_folders import Files

THEME = "harbour"
_TAKEN_AWAY = 0.25
_FIELD = r"^{}:.*\n(?:[ \t].*\n|- .*\n|\n)*"


@dataclass
class Edited:
    """A place, a theme beside it, and what is asked for, as they are between two builds."""

    content: Files
    theme: Files = field(default_factory=dict)
    themed: bool = False
    drafts: bool = False
    base_url: str = ""
    today: date = date(2026, 11, 23)
    counted: int = 0

    def copy(self) -> Edited:
        """Return another like this one, to go back to."""
        return Edited(
            dict(self.content), dict(self.theme), self.themed, self.drafts, self.base_url,
            self.today, self.counted,
        )  # fmt: skip

    def number(self) -> int:
        """Return a number that no edit had before."""
        self.counted += 1
        return self.counted

    def records(self, folder: str) -> list[str]:
        """Return the paths of the records in a folder, without translations."""
        return [
            path
            for path in sorted(self.content)
            if path.startswith(f"{folder}/") and path.count(".") == 1
        ]

    def text(self, path: str) -> str:
        """Return a file's text."""
        return self.content[path].decode()

    def write(self, path: str, text: str) -> None:
        """Write a file's text."""
        self.content[path] = text.encode()

    def put(self, path: str, name: str, value: str) -> None:
        """Give a record's field, or one of place.yaml, this value, whether it had one or not."""
        text = re.sub(_FIELD.format(name), "", self.text(path), count=1, flags=re.MULTILINE)
        line = f"{name}: {value}\n" if value else ""
        self.write(path, f"---\n{line}{text[4:]}" if path.endswith(".md") else line + text)


Edit = Callable[[Edited, Random], None]

EVERYWHERE = ("opportunities", "badges", "organisations", "venues", "pathways", "pages")


def _any_record(place: Edited, random: Random, *folders: str) -> str:
    return random.choice([path for it in folders or EVERYWHERE for path in place.records(it)])


def _setting(name: str, *values: str, folder: str = "opportunities") -> Edit:
    """Return the edit that gives a record's field another value; NUMBER in it is put in."""

    def edit(place: Edited, random: Random) -> None:
        value = random.choice(values).replace("NUMBER", str(place.number()))
        place.put(_any_record(place, random, folder), name, value)

    return edit


def _of_place(name: str, *values: str) -> Edit:
    def edit(place: Edited, random: Random) -> None:
        place.put("place.yaml", name, random.choice(values).replace("NUMBER", str(place.number())))

    return edit


def _title(place: Edited, random: Random) -> None:
    path = _any_record(place, random)
    place.put(path, "title", f"Another name {place.number()}")


def _body(place: Edited, random: Random) -> None:
    path = _any_record(place, random)
    place.write(path, f"{place.text(path)}\nAnother *paragraph*, number {place.number()}.\n")


def _remove(place: Edited, random: Random) -> None:
    """Remove a record that no other names, where there is one."""
    every = [path for folder in EVERYWHERE for path in place.records(folder)]
    unnamed = [path for path in every if not _named_elsewhere(place, path)]
    path = random.choice(unnamed or every)
    stem = path.removesuffix("md")
    for name in [it for it in place.content if it.startswith(stem)]:
        del place.content[name]


def _named_elsewhere(place: Edited, path: str) -> bool:
    identifier = path.rpartition("/")[2].removesuffix(".md").encode()
    return any(identifier in text for name, text in place.content.items() if name != path)


def _add(place: Edited, random: Random) -> None:
    path = _any_record(place, random, "opportunities", "badges", "venues", "pathways", "pages")
    number = place.number()
    added = f"{path.rpartition('/')[0]}/added-{number}.md"
    place.content[added] = place.content[path]
    place.put(added, "title", f"Added {number}")
    place.put(added, "aliases", "")


def _rename(place: Edited, random: Random) -> None:
    """Give a record another id, its old one for an alias, and say it so wherever it is named."""
    path = _any_record(place, random, *EVERYWHERE[:5])
    old = path.rpartition("/")[2].removesuffix(".md")
    new = f"renamed-{place.number()}"
    for name in list(place.content):
        if name.endswith(".md"):
            text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, place.text(name))
            place.write(name, text)
    folder = path.rpartition("/")[0]
    for name in list(place.content):
        if name.startswith(f"{folder}/{old}."):
            moved = name.replace(f"/{old}.", f"/{new}.")
            place.content[moved] = place.content.pop(name)
    place.put(f"{folder}/{new}.md", "aliases", f"[{old}]")


def _draft(place: Edited, random: Random) -> None:
    path = _any_record(place, random, "opportunities", "badges", "pathways")
    place.put(path, "draft", "" if "draft: true" in place.text(path) else "true")


def _broken(place: Edited, random: Random) -> None:
    place.put(_any_record(place, random, "opportunities"), "kind", "nothing-of-the-kind")


def _colliding(place: Edited, _random: Random) -> None:
    """Put a file of the theme's where Doorstep puts one of its own."""
    place.themed = True
    place.theme["assets/icon.svg"] = b"<svg/>"


def _label(place: Edited, random: Random) -> None:
    text = place.text("taxonomy.yaml")
    labels = list(re.finditer(r"\blabel: [^{\n,}][^\n,}]*", text))
    if labels:
        chosen = random.choice(labels)
        label = f"label: Label {place.number()}"
        place.write("taxonomy.yaml", text[: chosen.start()] + label + text[chosen.end() :])


def _new_term(place: Edited, random: Random) -> None:
    scheme = random.choice(("topics", "skills", "careers"))
    term = f"- {{id: term-{place.number()}, label: Added term}}"
    text = re.sub(
        rf"^({scheme}:\n)( *)", rf"\1\2{term}\n\2", place.text("taxonomy.yaml"), flags=re.M
    )
    place.write("taxonomy.yaml", text)


def _fewer_terms(place: Edited, _random: Random) -> None:
    text = place.text("taxonomy.yaml")
    place.write(
        "taxonomy.yaml", re.sub(r"^ *- \{id: term-\d+, .*\n", "", text, count=1, flags=re.M)
    )


def _neighbourhood(place: Edited, random: Random) -> None:
    text = place.text("neighbourhoods.geojson")
    if random.random() < 0.5:
        text = re.sub(r'"name": "[^"]*"', f'"name": "Ward {place.number()}"', text, count=1)
    else:
        text = text.replace("54.4", "54.41", 1).replace("51.5", "51.51", 1)
    place.write("neighbourhoods.geojson", text)


def drawing(number: int, form: str = "PNG") -> bytes:
    """Return a small picture; another number, another picture of the same size."""
    made = BytesIO()
    Image.new("RGB", (24, 16), (number * 37 % 256, 90, 160)).save(made, form)
    return made.getvalue()


def _new_picture(place: Edited, random: Random) -> None:
    number = place.number()
    name = f"images/added-{number}.png"
    place.content[name] = drawing(number)
    path = _any_record(place, random, "opportunities")
    place.put(path, "image", f"{{file: {name}, alt: A colour, people: none}}")


def _other_picture(place: Edited, random: Random) -> None:
    """Change a picture's bytes; its name and size stay."""
    names = [path for path in sorted(place.content) if path.endswith(".png")]
    if names:
        place.content[random.choice(names)] = drawing(place.number())


def _no_picture(place: Edited, random: Random) -> None:
    names = [path for path in sorted(place.content) if path.startswith("images/")]
    if names:
        name = random.choice(names)
        del place.content[name]
        for path in [it for it in place.content if it.endswith((".md", ".yaml"))]:
            for image in ("image", "logo"):
                if re.search(rf"^{image}:[^\n]*(\n[ \t][^\n]*)*{name}", place.text(path), re.M):
                    place.put(path, image, "")


def _other_logo(place: Edited, _random: Random) -> None:
    number = place.number()
    place.content["images/logo.png"] = drawing(number)
    place.put("place.yaml", "logo", "{file: images/logo.png, alt: A colour}")


def _day(place: Edited, random: Random) -> None:
    place.today += timedelta(days=random.choice((1, 7, 40, 100)))


def _second_language(place: Edited, random: Random) -> None:
    value = random.choice(("[en, cy]", "[cy, en]", "[en]"))
    place.put("place.yaml", "languages", value)


def _translation(place: Edited, random: Random) -> None:
    path = _any_record(place, random, "opportunities", "badges")
    target = path.removesuffix(".md") + ".cy.md"
    place.write(target, f"---\ntitle: Enw {place.number()}\n---\n")


_OWN_FACTS = """{% extends "base/opportunity.html" %}
{% block facts %}<p>NUMBER</p>{{ super() }}{% endblock %}
"""
_OWN_VENUE = """{% extends "base/venue.html" %}
{% block main %}{{ super() }}
{% include ['parts/none.html', 'parts/own.html'] ignore missing %}{% endblock %}
"""


def _template(place: Edited, random: Random) -> None:
    """Override a template, or write the part that another one includes where it is there."""
    number = place.number()
    place.themed = True
    name, text = random.choice(
        (
            ("opportunity.html", _OWN_FACTS),
            ("venue.html", _OWN_VENUE),
            ("parts/own.html", "<p>Own part NUMBER</p>\n"),
        )
    )
    place.theme[f"templates/{name}"] = text.replace("NUMBER", str(number)).encode()


_OWN_PAGE = """{% extends "base/page.html" %}
{% block head %}{{ super() }}
<link rel="stylesheet" href="{{ frame.root }}assets/css/own.css">{% endblock %}
"""
_STYLED = (
    ("templates/page.html", _OWN_PAGE),
    ("assets/css/own.css", "@import 'leaf.css';\nbody { margin: NUMBERpx }\n"),
    ("assets/css/own.css", "body { background: url(../pictures/leaf.svg); margin: NUMBERpx }\n"),
    ("assets/css/leaf.css", "p { margin: NUMBERpx }\n"),
    ("assets/pictures/leaf.svg", "<svg><!-- NUMBER --></svg>\n"),
    ("assets/css/explore.css", "/* NUMBER */\n"),
    ("assets/css/place.css", "/* NUMBER */\n"),
    ("assets/js/share.js", 'import("./leaf.js"); // NUMBER\n'),
    ("assets/js/leaf.js", "export const leaf = NUMBER;\n"),
    ("assets/js/map_streets.js", "export const streets = NUMBER;\n"),
)
"""Assets that pages, other assets or nobody names; some name what may not be there."""


def _style(place: Edited, random: Random) -> None:
    """Write one of the theme's assets, or take one away."""
    place.themed = True
    name, text = random.choice(_STYLED)
    if random.random() < _TAKEN_AWAY and name in place.theme:
        del place.theme[name]
    else:
        place.theme[name] = text.replace("NUMBER", str(place.number())).encode()


def _asset(place: Edited, _random: Random) -> None:
    place.themed = True
    place.theme[f"assets/own-{place.number()}.txt"] = b"A file of the theme's own.\n"


def _catalogue(place: Edited, _random: Random) -> None:
    """Say an interface string of the theme's in other words."""
    place.themed = True
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    words = f'msgid "Badges"\nmsgstr "Tokens {place.number()}"\n'
    place.theme["locale/en/messages.po"] = (head + words).encode()


def _no_theme(place: Edited, _random: Random) -> None:
    place.themed = False


def _drafts(place: Edited, _random: Random) -> None:
    place.drafts = not place.drafts


def _elsewhere(place: Edited, _random: Random) -> None:
    place.base_url = "" if place.base_url else "https://preview.example/there/"


def _nothing(_place: Edited, _random: Random) -> None:
    """Save nothing, and build again."""


EDITS: Mapping[str, Edit] = MappingProxyType({
    "nothing": _nothing,
    "title": _title,
    "body": _body,
    "summary": _setting("summary", "Another summary, number NUMBER."),
    "times": _setting(
        "when", "anytime", "{sessions: [{start: 2027-02-20 10:00, end: 12:30, note: NUMBER}]}"
    ),
    "topics": _setting("topics", "[]", "[making]", "[sea]", "[topics-1]"),
    "ages": _setting("ages", "{from: 11}", "{from: 5, to: 40}"),
    "cost": _setting("cost", "free", "[{amount: 4.50, note: NUMBER, per: session}]"),
    "checked": _setting("checked_on", "2026-11-02", "2026-10-01", "2024-01-01"),
    "cancelled": _setting("status", "cancelled"),
    "ended": _setting("status", "ended"),
    "withdrawn": _setting("status", "withdrawn"),
    "open again": _setting("status", "open"),
    "draft": _draft,
    "remove": _remove,
    "add": _add,
    "rename": _rename,
    "broken": _broken,
    "colliding": _colliding,
    "layer": _setting("layer", "engage", "participate", folder="badges"),
    "badge's topics": _setting("topics", "[making]", "[sea]", "[]", folder="badges"),
    "venue hidden": _setting("location_shown", "area", "none", "exact", folder="venues"),
    "label": _label,
    "new term": _new_term,
    "term removed": _fewer_terms,
    "neighbourhood": _neighbourhood,
    "place's name": _of_place("name", "Place NUMBER"),
    "colours": _of_place("colours", '{primary: "#0000ff", accent: "#006000"}', ""),
    "review": _of_place("review_every", "10", "90", "365"),
    "holidays": _of_place("bank_holidays", "[2026-12-01]", "[]", "[2026-12-08, 2027-01-01]"),
    "new picture": _new_picture,
    "other picture": _other_picture,
    "no picture": _no_picture,
    "logo": _other_logo,
    "day": _day,
    "second language": _second_language,
    "translation": _translation,
    "template": _template,
    "style": _style,
    "asset": _asset,
    "catalogue": _catalogue,
    "no theme": _no_theme,
    "drafts": _drafts,
    "elsewhere": _elsewhere,
})  # fmt: skip
