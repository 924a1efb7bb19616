from __future__ import annotations

from pathlib import Path

import pytest

from generator.adapters.gazetteer_file import ENTRY, HEADER
from generator.adapters.package_data import gazetteer_file
from generator.adapters.program_digest import READ, program_digest


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "package" / "adapters").mkdir(parents=True)
    (tmp_path / "package" / "data").mkdir()
    (tmp_path / "package" / "adapters" / "one.py").write_text("a = 1\n")
    (tmp_path / "package" / "data" / "font.ttf").write_bytes(b"letters")
    (tmp_path / "libraries" / "nh3-0.3.1.dist-info").mkdir(parents=True)
    return tmp_path / "package"


def sha256(package: Path) -> str:
    return program_digest(package, ["", str(package.parent / "libraries"), "/nowhere"])


def test_same_program_has_the_same_digest_wherever_and_whenever_it_lies(
    package: Path, tmp_path: Path
) -> None:
    before = sha256(package)
    (package / "adapters" / "one.py").touch()
    (package / "adapters" / "__pycache__").mkdir()
    (package / "adapters" / "__pycache__" / "one.cpython-311.pyc").write_bytes(b"compiled")

    moved = package.rename(tmp_path / "elsewhere")

    assert sha256(moved) == before


@pytest.mark.parametrize("file", ["adapters/one.py", "data/font.ttf"])
def test_digest_changes_with_any_byte_of_source_or_data(package: Path, file: str) -> None:
    before = sha256(package)
    content = (package / file).read_bytes()

    (package / file).write_bytes(content.swapcase())

    assert sha256(package) != before


def test_digest_changes_where_a_file_is_renamed_or_added(package: Path) -> None:
    found = [sha256(package)]
    one = package / "adapters" / "one.py"
    other = one.rename(one.with_name("other.py"))
    found.append(sha256(package))
    one.write_bytes(other.read_bytes())
    found.append(sha256(package))

    assert len(set(found)) == 3


def test_digest_changes_with_a_library_s_version(package: Path) -> None:
    before = sha256(package)
    installed = package.parent / "libraries" / "nh3-0.3.1.dist-info"

    installed.rename(installed.with_name("nh3-0.3.2.dist-info"))

    assert sha256(package) != before


def test_what_is_read_of_the_gazetteer_holds_the_check_sums_of_all_of_it() -> None:
    content = gazetteer_file().read_bytes()
    _, _, districts, _ = HEADER.unpack(content[: HEADER.size])

    assert HEADER.size + districts * ENTRY.size <= READ


def test_every_other_file_of_the_package_is_read_whole() -> None:
    package = gazetteer_file().parent.parent
    sizes = {file: file.stat().st_size for file in package.rglob("*") if file.is_file()}

    assert [file for file, size in sizes.items() if size > READ] == [gazetteer_file()]
