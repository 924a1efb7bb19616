"""Make a basemap: ``python -m scripts.basemap EXTRACT.osm.pbf OUT.pmtiles --box W,S,E,N``."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.basemap.packing import pack
from scripts.basemap.sea import Box
from scripts.basemap.working_copy import write_working_copy

HERE = Path(__file__).resolve().parent
TILEMAKER = "tilemaker"
MISSING = """tilemaker is not on this machine. It draws the tiles.
    Debian, Ubuntu:  sudo apt-get install --no-install-recommends tilemaker
    elsewhere:       https://github.com/systemed/tilemaker (version 2.2 or later of 2.x)"""


def main(arguments: list[str]) -> int:
    """Make the file and say what is in it; return the exit code."""
    asked = _asked(arguments)
    if shutil.which(TILEMAKER) is None:
        print(MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_working_copy(asked.extract, asked.box, folder / "extract.osm.pbf")
        draw(folder, asked.box, asked.language)
        packed = pack(folder / "tiles.mbtiles", asked.out, asked.box)
    size = asked.out.stat().st_size
    print(
        f"wrote {asked.out}: {packed.tiles} tiles, zooms {packed.shallowest} to {packed.deepest}, "
        f"{size / 1000:,.0f} kB"
    )
    return 0


def draw(folder: Path, box: Box, languages: list[str]) -> None:
    """Turn ``extract.osm.pbf`` in the folder into ``tiles.mbtiles`` beside it."""
    names = ", ".join(json.dumps(language) for language in languages)
    process = (HERE / "process.lua").read_text("utf-8")
    (folder / "process.lua").write_text(f"languages = {{ {names} }}\n{process}", "utf-8")
    edges = ",".join(str(edge) for edge in (box.west, box.south, box.east, box.north))
    command = [
        TILEMAKER,
        *("--input", "extract.osm.pbf", "--output", "tiles.mbtiles", "--bbox", edges),
        *("--config", str(HERE / "config.json"), "--process", "process.lua"),
        # with more threads features come in another order every time
        *("--threads", "1"),
    ]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"tilemaker stopped with {done.returncode}:\n{done.stdout}{done.stderr}")


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.basemap", description=__doc__)
    parser.add_argument("extract", type=Path, help="an OpenStreetMap extract, .osm.pbf")
    parser.add_argument("out", type=Path, help="the file to write, .pmtiles")
    parser.add_argument(
        "--box",
        type=_box,
        required=True,
        help="west,south,east,north in degrees: the bounds in place.yaml",
    )
    parser.add_argument(
        "--language",
        type=_language,
        action="append",
        default=[],
        help="keep names in this language beside those on the signs; may be given again",
    )
    return parser.parse_args(arguments)


def _box(text: str) -> Box:
    west, south, east, north = (float(part) for part in text.split(","))
    if not (west < east and south < north):
        raise argparse.ArgumentTypeError("expected west,south,east,north in degrees")
    return Box(west, south, east, north)


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,4})*", text):
        raise argparse.ArgumentTypeError("expected a language tag such as cy")
    return text


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
