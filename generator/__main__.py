"""``python -m generator`` is ``doorstep``."""

from __future__ import annotations

from generator.cli import main

main(prog_name="doorstep")
