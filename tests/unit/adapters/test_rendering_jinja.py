from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator.adapters.rendering_jinja import JinjaRenderer
from generator.adapters.wording_babel import BabelWordings
from generator.model.fault import Fault
from generator.model.prose import SafeHtml
from generator.model.said import Passage, Said
from generator.rules.assets import published
from tests.support.sites import ROOT


@dataclass(frozen=True, slots=True)
class View:
    title: Said = field(default_factory=lambda: Said("Robots", "en"))
    day: date = date(2026, 12, 8)
    body: Passage = field(default_factory=Passage)


def a_theme(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "templates" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def a_renderer(*themes: Path) -> JinjaRenderer:
    return JinjaRenderer(themes, BabelWordings(themes).speak, published)


def test_fields_of_the_view_are_the_variables(tmp_path: Path) -> None:
    renderer = a_renderer(a_theme(tmp_path, page="{{ title.words }}: {{ day|day }}"))

    text = renderer.render("page.html", View(), "en")

    assert text == "Robots: Tuesday 8 December 2026"


def test_words_are_escaped_and_never_compiled(tmp_path: Path) -> None:
    renderer = a_renderer(a_theme(tmp_path, page='<a title="{{ title.words }}">{{ title|name }}'))

    text = renderer.render("page.html", View(Said('"><b>{{ day }}', "en")), "en")

    escaped = "&#34;&gt;&lt;b&gt;{{ day }}"
    assert text == f'<a title="{escaped}"><bdi>{escaped}</bdi>'


def test_words_in_another_language_say_so(tmp_path: Path) -> None:
    renderer = a_renderer(a_theme(tmp_path, page="{{ title|name }} {{ title|words }}"))

    text = renderer.render("page.html", View(Said("Robotiaid", "cy", foreign=True)), "en")

    assert text == '<bdi lang="cy">Robotiaid</bdi> <span lang="cy" dir="auto">Robotiaid</span>'


def test_body_made_safe_is_put_in_as_it_is(tmp_path: Path) -> None:
    renderer = a_renderer(a_theme(tmp_path, page="{{ body|prose }}"))
    body = Passage(SafeHtml("<p>Hello &amp; welcome</p>"), "cy", foreign=True)

    text = renderer.render("page.html", View(body=body), "en")

    assert text == '<div class="prose" lang="cy" dir="auto">\n<p>Hello &amp; welcome</p>\n</div>'


def test_project_template_comes_before_the_base_one_and_can_extend_it(tmp_path: Path) -> None:
    base = a_theme(tmp_path / "base", page="A {% block b %}base{% endblock %} Z")
    project = a_theme(
        tmp_path / "ours",
        page='{% extends "base/page.html" %}{% block b %}our {{ super() }}{% endblock %}',
    )

    text = a_renderer(project, base).render("page.html", View(), "en")

    assert text == "A our base Z"


def test_base_template_extends_what_the_project_put_in_its_place(tmp_path: Path) -> None:
    base = a_theme(
        tmp_path / "base",
        frame="base {% block b %}{% endblock %}",
        page='{% extends "frame.html" %}',
    )
    project = a_theme(tmp_path / "ours", frame="ours {% block b %}{% endblock %}")

    assert a_renderer(project, base).render("page.html", View(), "en") == "ours "


def test_catalogue_speaks_in_templates(tmp_path: Path) -> None:
    theme = a_theme(tmp_path, page='{{ _("Where") }}')
    catalogue = theme / "locale" / "cy" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                         'msgid "Where"\nmsgstr "Lle"\n', "utf-8")  # fmt: skip
    renderer = a_renderer(theme)

    assert renderer.render("page.html", View(), "cy") == "Lle"
    assert renderer.render("page.html", View(), "en") == "Where"


def test_missing_template_is_a_fault_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"^there is no template page\.html$"):
        a_renderer(tmp_path).render("page.html", View(), "en")


def test_missing_part_is_a_fault_that_says_who_asks(tmp_path: Path) -> None:
    renderer = a_renderer(a_theme(tmp_path, page='{% include "part.html" %}'))

    with pytest.raises(Fault, match=r"no template part\.html, which page\.html asks for"):
        renderer.render("page.html", View(), "en")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("one\n{{ nobody }}", "2: 'nobody' is undefined"),
        ("one\n\n{{ title.nothing }}", "3: .* has no attribute 'nothing'"),
        ("{% if %}", "1: Expected an expression"),
        ("one\n{{ title + 1 }}", "2: unsupported operand"),
    ],
)
def test_mistake_in_a_template_is_a_fault_with_its_line(
    tmp_path: Path, source: str, told: str
) -> None:
    renderer = a_renderer(a_theme(tmp_path / "ours", page=source))

    with pytest.raises(Fault, match=f"^ours/templates/page.html:{told}"):
        renderer.render("page.html", View(), "en")


def test_mistake_in_a_part_names_the_part(tmp_path: Path) -> None:
    theme = a_theme(tmp_path / "ours", page='{% include "part.html" %}', part="\n{{ nobody }}")

    with pytest.raises(Fault, match=r"^ours/templates/part\.html:2:"):
        a_renderer(theme).render("page.html", View(), "en")


def test_assets_are_the_base_theme_s_with_the_project_s_over_them(tmp_path: Path) -> None:
    for theme, name in (("base", "a.css"), ("base", "js/b.js"), ("ours", "a.css")):
        path = tmp_path / theme / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(theme, "utf-8")

    assets = a_renderer(tmp_path / "ours", tmp_path / "base").assets()

    assert [(it.path, it.content) for it in assets.files] == [
        ("assets/a.css", b"ours"),
        ("assets/js/b.js", b"base"),
    ]


def with_style(folder: Path, style: str) -> Path:
    a_theme(folder, page='<link href="assets/css/a.css">{{ title.words }}', other="")
    path = folder / "assets" / "css" / "a.css"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(style, "utf-8")
    return folder


def test_page_asks_for_an_asset_by_the_name_it_is_published_under(tmp_path: Path) -> None:
    renderer = a_renderer(with_style(tmp_path, "a {}"))

    text = renderer.render("page.html", View(), "en")

    [style] = renderer.assets().files
    assert text == f'<link href="{style.path}">Robots'
    assert style.path.startswith("assets/kept/a.")


def test_change_of_an_asset_is_one_of_the_templates_that_name_it(tmp_path: Path) -> None:
    one, other = (a_renderer(with_style(tmp_path / style, f"{style} {{}}")) for style in ("a", "b"))

    assert one.digest_of("page.html") != other.digest_of("page.html")
    assert one.digest_of("other.html") == other.digest_of("other.html")


def test_place_gives_files_of_its_own_and_the_theme_s_come_before_them(tmp_path: Path) -> None:
    renderer = a_renderer(with_style(tmp_path, "a {}"))

    dressed = renderer.dressed({"assets/css/a.css": b"place", "assets/css/b.css": b"place"})

    assert [it.content for it in dressed.assets().files] == [b"a {}", b"place"]
    assert dressed.dressed(dict(dressed.own)) is dressed
    assert renderer.dressed(dict(dressed.own)) is dressed
    assert renderer.dressed({}) is renderer


def test_renderer_can_be_sent_to_another_process(tmp_path: Path) -> None:
    renderer = a_renderer(a_theme(tmp_path, page="{{ title.words }}"))
    renderer.render("page.html", View(), "en")

    sent = pickle.loads(pickle.dumps(renderer))  # noqa: S301 - our own bytes

    assert sent.render("page.html", View(), "en") == "Robots"


def test_renderer_that_was_sent_knows_what_assets_are_called(tmp_path: Path) -> None:
    renderer = a_renderer(with_style(tmp_path, "a {}"))
    expected = renderer.render("page.html", View(), "en")
    sent = pickle.dumps(renderer)
    (tmp_path / "assets" / "css" / "a.css").write_text("b {}", "utf-8")

    assert pickle.loads(sent).render("page.html", View(), "en") == expected  # noqa: S301 - our own


@pytest.mark.parametrize("block", ["head", "scripts"])
def test_base_page_keeps_what_a_project_adds_to_the_head_of_every_page(block: str) -> None:
    templates = sorted((ROOT / "themes" / "base" / "templates").glob("*.html"))
    texts = {path.name: path.read_text("utf-8") for path in templates if path.name != "page.html"}
    opening = f"{{% block {block} %}}"

    own = {name: text.partition(opening)[2] for name, text in texts.items() if opening in text}

    assert own
    assert [name for name, text in own.items() if not text.lstrip().startswith("{{ super()")] == []


def told(drawn: list[str]) -> str:
    drawn.append("once more")
    return ""


def test_piece_that_is_put_on_many_pages_is_drawn_once(tmp_path: Path) -> None:
    piece = (
        "{% macro card(title, level) %}<h{{ level }}>{{ title.words }}{{ told() }}{% endmacro %}"
    )
    page = '{% from "piece.html" import card %}{{ once(card, title, 2) }}'
    renderer = a_renderer(a_theme(tmp_path, piece=piece, page=page))
    drawn: list[str] = []
    renderer._environment("en").globals["told"] = partial(told, drawn)

    # Equal values, and not one and the same: each page makes its own.
    texts = [
        renderer.render("page.html", View(Said(words, "en")), "en")
        for words in ("<Robots>", "<Robots>", "Rafts")
    ]

    assert texts == ["<h2>&lt;Robots&gt;", "<h2>&lt;Robots&gt;", "<h2>Rafts"]
    assert len(drawn) == 2
