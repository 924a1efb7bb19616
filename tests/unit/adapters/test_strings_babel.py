from __future__ import annotations

from pathlib import Path

import pytest

from generator.adapters.strings_babel import BabelStrings, Words
from generator.model.fault import Fault, Refused
from generator.model.interface import Interface

PAGE = """\
{# Translators: a button #}
<p>{{ _("Save") }}</p>
<p>{% trans "hours" start=a, end=b %}{{ start }} to {{ end }}{% endtrans %}</p>
<p>{% trans count=n %}{{ count }} dog{% pluralize %}{{ count }} dogs{% endtrans %}</p>
"""
PROGRAM = """\
LABELS = {"full": marked_as("session", "Full"), "open": marked("Open")}
FORMS = marked_plural("{number} cat", "{number} cats")
here.say("Near {place}", place=place)
here.count("{number} mouse", "{number} mice", number)
reporter.count("pages", number)
"""


def strings(folder: Path) -> BabelStrings:
    return BabelStrings(
        (Words(folder / "program", "*.py", "program"), Words(folder / "pages", "*.html", "pages")),
        "Tests",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("program/views.py", PROGRAM), ("pages/a.html", PAGE)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def entry(catalogue: str, msgid: str) -> str:
    (found,) = [it for it in catalogue.split("\n\n") if f'msgid "{msgid}"\n' in it]
    return found


def said(catalogue: str, msgid: str, msgstr: str) -> str:
    return catalogue.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')


def test_strings_of_templates_and_program_are_found_with_plurals_and_senses(folder: Path) -> None:
    template = strings(folder).template()

    assert entry(template, "Open").startswith("#: program/views.py\n")
    assert 'msgctxt "session"' in entry(template, "Full")
    assert 'msgctxt "hours"' in entry(template, "%(start)s to %(end)s")
    for one, many in (("%(count)s dog", "%(count)s dogs"), ("{number} cat", "{number} cats"),
                      ("{number} mouse", "{number} mice")):  # fmt: skip
        assert f'msgid_plural "{many}"' in entry(template, one)
    assert entry(template, "Near {place}")
    assert "#. a button" in entry(template, "Save")
    assert '"pages"' not in template


def test_a_template_changes_only_where_what_is_said_does(folder: Path) -> None:
    before = strings(folder).template()
    program = folder / "program" / "views.py"
    program.write_text("\n\n# moved down\n" + PROGRAM, "utf-8")

    assert strings(folder).template() == before
    assert "Date" not in before
    assert "Generated" not in before


def test_a_template_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "pages" / "b.html").write_text("{% trans %}", "utf-8")

    with pytest.raises(Fault, match=r"pages/b\.html cannot be read"):
        strings(folder).template()


def test_a_new_catalogue_knows_how_its_language_counts(folder: Path) -> None:
    catalogue = strings(folder).renewed(strings(folder).template(), "", "cy", "cy.po")

    header = catalogue.partition("\n\n")[0].replace('"\n"', "")
    assert "nplurals=6" in header
    assert entry(catalogue, "{number} cat").count("msgstr[") == 6
    with pytest.raises(Refused, match="no language is known"):
        strings(folder).renewed("", "", "qqq", "qqq.po")


def test_no_word_is_lost_when_a_catalogue_is_brought_up_to_date(folder: Path) -> None:
    babel = strings(folder)
    catalogue = babel.renewed(babel.template(), "", "cy", "cy.po")
    catalogue = said(
        said(said(catalogue, "Open", "Ar agor"), "Save", "Cadw"), "Near {place}", "Ger"
    )
    program = PROGRAM.replace("Near {place}", "Near to {place}").replace('"Open"', '"Zzz"')
    (folder / "program" / "views.py").write_text(program, "utf-8")

    renewed = babel.renewed(babel.template(), catalogue, "cy", "cy.po")

    assert 'msgstr "Cadw"' in entry(renewed, "Save")
    assert "fuzzy" in entry(renewed, "Near to {place}")
    assert '#~ msgid "Open"\n#~ msgstr "Ar agor"' in renewed
    assert babel.renewed(babel.template(), renewed, "cy", "cy.po") == renewed


def test_how_far_a_language_has_come_leaves_out_what_nobody_has_looked_at(folder: Path) -> None:
    babel = strings(folder)
    template = babel.template()
    catalogue = said(babel.renewed(template, "", "cy", "cy.po"), "Open", "Ar agor")
    unsure = catalogue.replace('msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "Cadw"').replace(
        "#. a button\n", "#. a button\n#, fuzzy\n"
    )
    partly = catalogue.replace('msgstr[0] ""', 'msgstr[0] "dim"')

    wanted = template.count("\nmsgid ") - 1
    assert babel.standing(template, ((unsure, "cy.po"),), "cy") == Interface("cy", wanted, 1, 1)
    assert babel.standing(template, ((partly, "cy.po"),), "cy").said == 1
    assert babel.standing(template, (("", "cy.po"),), "cy").percentage == 0


def test_a_theme_of_its_own_is_asked_only_for_what_the_base_does_not_say(folder: Path) -> None:
    babel = strings(folder)
    template = babel.template()
    empty = babel.renewed(template, "", "cy", "cy.po")
    base = said(said(empty, "Open", "Ar agor"), "Save", "Cadw")
    own = said(empty, "Save", "Arbed")

    wanted = babel.unsaid(template, base, own)

    assert 'msgid "Open"' not in babel.unsaid(template, base, "")
    assert 'msgid "Near {place}"' in wanted
    assert 'msgid "Save"' in wanted  # the theme says it in words of its own
