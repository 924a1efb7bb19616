"""Browser modules joined with what they import."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from generator.rules.script_modules import joined

SCRIPTS = Path(__file__).resolve().parents[3] / "themes" / "base" / "assets" / "js"


def said_by(folder: Path, modules: dict[str, str]) -> str:
    """Run a module called `page` among others; return what it says."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    command = ["node", str(folder / "page.js")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_module_holds_all_that_it_imports(tmp_path: Path) -> None:
    modules = joined(
        {
            "page": 'import { twice as double, Box } from "./sums.js";\n'
            "console.log(double(4), new Box().held);\n",
            "sums": 'import { TWO } from "./numbers.js";\n'
            "export async function later() {}\n"
            "export function twice(number) {\n  return number * TWO;\n}\n"
            "export class Box { held = TWO; }\n",
            "numbers": "const HALF = 1;\nexport const TWO = HALF + HALF;\n",
        }
    )

    alone = said_by(tmp_path, {"page": modules["page"]})

    assert alone == "8 2"


def test_names_that_two_modules_keep_to_themselves_do_not_meet(tmp_path: Path) -> None:
    modules = joined(
        {
            "page": 'import { one } from "./one.js";\nconst KEPT = "page";\n'
            "console.log(one(), KEPT);\n",
            "one": 'const KEPT = "one";\nexport function one() { return KEPT; }\n',
        }
    )

    assert said_by(tmp_path, {"page": modules["page"]}) == "one page"


def test_what_a_page_may_have_only_once_stays_a_file_that_others_import(tmp_path: Path) -> None:
    sources = {
        "page": 'import { list } from "./list.js";\nimport { add } from "./saving.js";\n'
        "add(1);\nconsole.log(list());\n",
        "list": 'import { saved } from "./saving.js";\n'
        "export function list() { return saved(); }\n",
        "saving": "const kept = [];\nexport function add(one) { kept.push(one); }\n"
        "export function saved() { return kept.length; }\n",
    }

    modules = joined(sources)

    assert "push" not in modules["page"]
    assert said_by(tmp_path, modules) == "1"


def test_a_module_written_in_another_way_is_left_as_it_is(tmp_path: Path) -> None:
    theirs = {
        "named": "const held = 3;\nexport { held };\n",
        "waiting": "export const waited = await Promise.resolve(4);\n",
        "whole": 'import * as all from "./named.js";\nexport const three = all.held;\n',
    }
    page = (
        'import { held } from "./named.js";\nimport { waited } from "./waiting.js";\n'
        'import { three } from "./whole.js";\nconsole.log(held, waited, three);\n'
    )

    modules = joined({**theirs, "page": page})

    assert {name: modules[name] for name in ("named", "whole")} == {
        name: theirs[name] for name in ("named", "whole")
    }
    assert said_by(tmp_path, modules) == "3 4 3"


def test_modules_in_a_ring_are_left_as_they_are() -> None:
    ring = {
        "one": 'import { two } from "./two.js";\nexport function one() { return two; }\n',
        "two": 'import { one } from "./one.js";\nexport function two() { return one; }\n',
    }

    assert joined(ring) == ring


def test_comments_are_left_out_and_what_only_looks_like_one_is_not(tmp_path: Path) -> None:
    source = (
        "/** Says\n * a lot.\n */\n// and more\n"
        'const address = "http://a//b"; // stays: it does not fill the line\n'
        "const slashes = /\\/\\/ x/u;\n"
        "console.log(address, slashes.source);\n"
    )
    over_lines = "console.log(`one\n  // two`);\n"

    short = joined({"page": source})["page"]
    kept = joined({"page": over_lines})["page"]

    assert "a lot" not in short
    assert "and more" not in short
    assert said_by(tmp_path, {"page": short}) == r"http://a//b \/\/ x"
    assert kept == over_lines


def test_every_module_of_ours_is_joined_and_can_be_read() -> None:
    sources = {path.stem: path.read_text("utf-8") for path in SCRIPTS.glob("*.js")}

    modules = joined(sources)

    apart = {
        name: re.findall(r'^import .* from "\./(\w+)\.js";', text, re.MULTILINE)
        for name, text in modules.items()
    }
    check = (
        "for (const text of JSON.parse(require('fs').readFileSync(0, 'utf8')))"
        " new (require('vm').SourceTextModule)(text);"
    )
    subprocess.run(
        ["node", "--no-warnings", "--experimental-vm-modules", "-e", check],
        input=json.dumps(list(modules.values())),
        check=True,
        text=True,
        capture_output=True,
    )
    assert {held for names in apart.values() for held in names} == {"saving"}
