"""Stage 7, write: finished files to the published folder, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.model.artifact import File, Published
from generator.model.problem import Mark, Problem, error
from generator.model.site_path import folded, parents_of, why_unsafe
from generator.ports import Publication

CODE = "colliding-address"


def write(
    artifacts: Sequence[File], publication: Publication
) -> tuple[Published | None, tuple[Problem, ...]]:
    """Publish the artifacts, or say why they cannot lie in one folder; then nothing is written.

    What a Publication raises (Refused, Fault, Vanished) passes through.
    """
    problems = tuple(_unsafe(artifacts)) + tuple(_collisions(artifacts))
    if problems:
        return None, problems
    return publication.publish(artifacts), ()


def _unsafe(artifacts: Sequence[File]) -> Iterator[Problem]:
    for artifact in artifacts:
        if reason := why_unsafe(artifact.path):
            message = f"{_shown(artifact.path)} cannot be an address: {reason}"
            yield error(CODE, _mark(artifact), message)


def _collisions(artifacts: Sequence[File]) -> Iterator[Problem]:
    """Compare addresses as the strictest file system would: without case and Unicode form."""
    first: dict[str, File] = {}
    for artifact in artifacts:
        holder = first.setdefault(folded(artifact.path), artifact)
        if holder is not artifact:
            yield _collision(artifact, holder)
    if first.keys().isdisjoint(parents_of(first)):
        return
    for key, artifact in first.items():
        for folder in PurePosixPath(key).parents:
            holder = first.get(str(folder), artifact)
            if holder is not artifact:
                yield _collision(artifact, holder)


def _collision(artifact: File, holder: File) -> Problem:
    if artifact.path == holder.path:
        what = f"the address {_shown(artifact.path)} is"
    else:
        what = f"the addresses {_shown(artifact.path)} and {_shown(holder.path)} cannot both be"
    sources = f"made by {_source(artifact)} and by {_source(holder)}"
    return error(CODE, _mark(artifact), f"{what} {sources}")


def _mark(artifact: File) -> Mark:
    return Mark(artifact.source or artifact.path)


def _source(artifact: File) -> str:
    return artifact.source or "a page that Doorstep makes itself"


def _shown(path: str) -> str:
    return '"' + path.encode("utf-8", "backslashreplace").decode() + '"'
