"""The files that the place's host reads in the published folder, such as ``_redirects``.

None where ``place.yaml`` names no host: in a folder that anybody may serve, a file for another
host is at best read by nobody, and an ``.htaccess`` at worst makes an error of every page.
"""

from __future__ import annotations

from generator.model.artifact import Artifact
from generator.model.edition import Edition, Produced
from generator.rules.hosting import host_policy
from generator.rules.hosts.every import host_named


def host_files(edition: Edition) -> Produced:
    """Return the files, once for all languages."""
    place = edition.place
    host = host_named(place.settings.host)
    if not edition.main or not host.name:
        return Produced()
    files = host.in_site(host_policy(place)).files
    return Produced(artifacts=tuple(Artifact(path, text.encode()) for path, text in files.items()))
