"""Each defence against the worst threats of docs/security.md, and how to do without it.

A plugin for pytest: ``DOORSTEP_WITHOUT=3 pytest -p tests.mutations.defences …`` does without the
defence of row 3. A test that passes then proves nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

Patch = Callable[[], None]


def pytest_configure() -> None:
    """Take away the defence that the environment names."""
    DEFENCES[int(os.environ["DOORSTEP_WITHOUT"])]()


def put(where: str, what: object) -> Patch:
    """Return a patch that puts something in the place of ``module:name``, dots and all."""

    def apply() -> None:
        module, _, path = where.partition(":")
        *owners, name = path.split(".")
        owner: Any = import_module(module)
        for each in owners:
            owner = getattr(owner, each)
        assert hasattr(owner, name), where
        setattr(owner, name, what)

    return apply


def together(*patches: Patch) -> Patch:
    """Return a patch that does what several do."""

    def apply() -> None:
        for patch in patches:
            patch()

    return apply


def file(ending: str, change: Callable[[str], str]) -> Patch:
    """Return a patch by which files whose path ends so are read as if somebody had changed them."""

    def apply() -> None:
        text, content = Path.read_text, Path.read_bytes

        def read_text(self: Path, *given: Any, **named: Any) -> str:  # noqa: ANN401 - as pathlib
            found = text(self, *given, **named)
            return change(found) if self.as_posix().endswith(ending) else found

        def read_bytes(self: Path) -> bytes:
            found = content(self)
            mine = self.as_posix().endswith(ending)
            return change(found.decode()).encode() if mine else found

        Path.read_text = read_text  # type: ignore[method-assign]
        Path.read_bytes = read_bytes  # type: ignore[method-assign]

    return apply


def environment(**given: object) -> Patch:
    """Return a patch by which every template environment is made with these options."""

    def apply() -> None:
        from jinja2 import Environment  # noqa: PLC0415 - only for this patch

        usual = Environment.__init__

        def init(self: Environment, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - as jinja
            usual(self, *arguments, **{**named, **given})

        Environment.__init__ = init  # type: ignore[method-assign]

    return apply


def _compiled(value: object) -> object:
    from jinja2 import Environment  # noqa: PLC0415 - as above

    return (
        Environment(autoescape=True).from_string(value).render()
        if isinstance(value, str)
        else value
    )


def _kept(pixels: Any, kind: str, **options: object) -> bytes:  # noqa: ANN401 - Pillow's
    import io  # noqa: PLC0415 - only for this patch

    out = io.BytesIO()
    pixels.save(out, kind, exif=pixels.getexif(), **options)
    return out.getvalue()


def _followed(path: str, item: os.DirEntry[str], _now: int) -> object:
    from generator.model.folder_entry import Entry  # noqa: PLC0415 - as above

    return Entry(path, "folder") if item.is_dir() else Entry(path, "file", item.stat().st_size)


def _written_over(site: Any, _room: object, _there: object, plan: Any) -> None:  # noqa: ANN401 - publishing's own
    """Publish as a careless program does: file by file into the folder that visitors see."""
    for path in plan.gone:
        site.disk.remove(f"{site.root}/{path}")
    for path in sorted(plan.fresh):
        parts = path.split("/")[:-1]
        for depth in range(len(parts)):
            folder = f"{site.root}/{'/'.join(parts[: depth + 1])}"
            if site.disk.look(folder) is None:
                site.disk.make_folder(folder)
        site.disk.create(f"{site.root}/{path}", plan.contents[path])


def _all_ours(site: Any, _seen: object) -> object:  # noqa: ANN401 - publishing's own
    from generator.adapters.publishing.manifest import is_bookkeeping  # noqa: PLC0415 - as above
    from generator.adapters.publishing.survey import Survey  # noqa: PLC0415
    from generator.model.digest import sha256  # noqa: PLC0415 - as above

    if site.disk.look(site.root) is None:
        return Survey({}, {}, frozenset())
    found = {path: what for path, what in site.disk.walk(site.root) if not is_bookkeeping(path)}
    ours = {path: sha256(site.disk.read(f"{site.root}/{path}"))
            for path, what in found.items() if what.kind == "file"}  # fmt: skip
    return Survey(found, ours, frozenset())


def _any_picture(_self: object, content: bytes, _widths: object) -> object:
    from generator.model.picture import Picture  # noqa: PLC0415 - as above

    return Picture(content, ".png", 1, 1, ())


_KEY = "-----BEGIN " + "PRIVATE KEY-----"
_IN_PLACE = put("generator.adapters.publication:publish_beside", _written_over)

DEFENCES: Mapping[int, Patch] = {
    1: put("generator.adapters.markdown_nh3:nh3.clean", lambda raw, **_: raw),
    2: put("generator.rules.scalars:link", lambda text: text),
    3: environment(autoescape=False),
    4: put("generator.rules.json_text:_ESCAPED_IN_SCRIPT", {}),
    5: put("generator.adapters.map_folium:Words.hide", lambda _self, words: words),
    6: environment(finalize=_compiled),
    7: file("js/map_points.js", lambda text: text.replace("textContent", "innerHTML")),
    8: put("generator.adapters.images_pillow:PillowImages.prepare", _any_picture),
    9: put("generator.adapters.yaml_pyyaml:_Building.guard", lambda *_: None),
    16: put("generator.stages.write:why_unsafe", lambda _path: ""),
    17: put("generator.adapters.folder:_entry", _followed),
    21: put("generator.rules.csv_text:guarded", lambda words: words),
    27: together(
        put("generator.adapters.images_pillow:_encoded", _kept),
        put("generator.adapters.images_pillow:_at", lambda pixels, _width: pixels),
    ),
    30: _IN_PLACE,
    31: _IN_PLACE,
    33: put("generator.adapters.publication:survey", _all_ours),
    34: put("generator.adapters.publication:refuse_unless_ours", lambda *_: None),
    38: file("assets/vendor/leaflet/leaflet.js", lambda text: f"{text}\n"),
    39: file("docs/hosting.md", lambda text: text.replace("pull_request:", "pull_request_target:")),
    41: file("requirements.lock", lambda text: text.replace("--hash=sha256:", "--hash=md5:")),
    42: file("README.md", lambda text: text + json.dumps(_KEY)),
}
"""By row. Each is taken away where the program would ask it, or, of what is only in files, in what
is read from them."""

PROOFS: Mapping[int, str] = {
    1: "properties/test_any_body.py::test_any_body_is_only_what_is_allowed",
    2: "unit/rules/test_scalars.py::test_value_that_its_shape_cannot_hold_is_refused",
    3: "properties/test_pages_escape.py::test_hostile_words_are_shown_as_they_were_written",
    4: "unit/rules/test_json_text.py"
       "::test_script_json_holds_no_letter_that_means_something_around_it",
    5: "unit/adapters/test_map_folium.py::test_words_are_shown_and_never_run",
    6: "unit/adapters/test_rendering_jinja.py::test_words_are_escaped_and_never_compiled",
    7: "unit/test_browser_modules.py::test_no_script_turns_words_into_markup",
    8: "unit/adapters/test_images_pillow.py::test_what_is_no_sound_picture_is_refused",
    9: "unit/adapters/test_yaml_pyyaml.py::test_what_could_do_harm_is_refused",
    16: "unit/stages/test_write.py::test_unsafe_address_is_refused",
    17: "unit/adapters/test_folder.py::test_link_to_a_folder_is_not_entered",
    21: "unit/rules/test_csv_text.py::test_formula_does_not_begin_its_cell",
    27: "unit/adapters/test_images_pillow.py"
        "::test_place_where_a_photograph_was_taken_does_not_survive",
    30: "faults/test_publishing.py"
        "::test_kill_leaves_the_old_site_or_the_new_one_and_the_next_build_heals",
    31: "faults/test_publishing.py::test_failing_change_leaves_a_whole_site",
    33: "unit/adapters/test_publication.py"
        "::test_foreign_files_links_and_empty_folders_are_carried_along",
    34: "unit/adapters/test_publication.py::test_folder_that_somebody_else_filled_is_refused",
    38: "unit/scripts/test_vendor.py::test_every_vendored_file_is_what_the_manifest_says",
    39: "unit/test_recipes.py"
        "::test_a_stranger_s_pull_request_is_checked_without_secrets_and_within_bounds",
    41: "unit/test_supply.py::test_each_locked_package_has_one_version_and_its_digests",
    42: "unit/test_badge_trust.py::test_no_key_is_in_the_repository",
}  # fmt: skip
"""By row, the test that has to fail then."""
