"""What the commands about hosts ask for: a host's own files, and how a site online is served."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.app import understand
from generator.model.asked import Asked
from generator.model.fault import Refused
from generator.model.problem import Severity

if TYPE_CHECKING:
    from generator.model.place import Place
    from generator.ports import Reporter
    from generator.workflows.hosting import Given


def hosting(asked: Asked, name: str, folder: Path, reporter: Reporter) -> Given:
    """Write what a host is given beside the site into a folder; "" is the host of place.yaml."""
    from generator.adapters.replaced_file import FileInAnyFolder  # noqa: PLC0415
    from generator.workflows.hosting import hosting as write  # noqa: PLC0415

    def file(path: str) -> FileInAnyFolder:
        return FileInAnyFolder(folder / path, f"{folder.as_posix()}/{path}")

    return write(_settled(asked, reporter), name, file)


def _settled(asked: Asked, reporter: Reporter) -> Place:
    """Return a place whose place.yaml says what was meant; raise Refused where it has an error."""
    understood = understand(asked, reporter)
    file = understood.place.settings.marks.start.path
    for it in understood.problems:
        if it.severity is Severity.ERROR and it.mark.path == file:
            raise Refused(f"{it.mark.path}:{it.mark.line}: {it.message}; `doorstep check` has more")
    return understood.place


def deploy_check(asked: Asked, address: str, form: str, reporter: Reporter) -> tuple[str, bool]:
    """Ask a site that is online; return what was found, and whether anything of it harms.

    Beside it are laid the records, and the built folder where there is one.
    """
    from generator.adapters import deployment_formats  # noqa: PLC0415
    from generator.adapters.built_folder import some_files  # noqa: PLC0415
    from generator.adapters.web_urllib import UrllibWeb  # noqa: PLC0415
    from generator.model.deployment import State  # noqa: PLC0415
    from generator.workflows.deploy_check import deploy_check as look  # noqa: PLC0415
    from generator.workflows.deploy_check import wanted  # noqa: PLC0415

    place = _settled(asked, reporter)
    built = some_files(asked.out, lambda paths: wanted(place, paths))
    checked = look(place, address, built, UrllibWeb(__version__).ask)
    forms = {"text": deployment_formats.as_text, "json": deployment_formats.as_json}
    told = forms[form](checked.address, checked.host, checked.findings)
    return told, checked.count(State.WRONG) > 0
