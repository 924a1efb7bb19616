"""The data of a site as schema.org describes it, for those who search for data."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.edition import Edition
from generator.rules.addresses import absolute
from generator.rules.json_text import Json
from generator.rules.licences import licence_url
from generator.views.data_files import open_active_path
from generator.views.described_files import MEDIA_TYPES, DescribedSet
from generator.views.open_active import TYPES
from generator.views.structured_parts import CONTEXT, Description, filled


def dataset(edition: Edition, name: str, about: str, sets: Iterable[DescribedSet]) -> Description:
    """Return all data files as one Dataset."""
    settings = edition.place.settings
    place = settings.name.words(edition.language)
    licence = settings.licence
    contact = settings.contact.name.words(edition.language) if settings.contact else ""
    return filled(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "name": f"{name}: {place}",
            "description": about,
            "url": absolute(settings.url, f"{edition.prefix}data/"),
            "inLanguage": edition.language,
            "isAccessibleForFree": True,
            "license": (licence_url(licence, edition.language) or licence.name) if licence else "",
            "creator": {"@type": "Organization", "name": contact or place, "url": settings.url},
            "distribution": [
                _download(edition, each.title, file.path, MEDIA_TYPES[file.format])
                for each in sets
                for file in each.files
                if file.format != "schema"
            ],
        }
    )


def _download(edition: Edition, title: str, path: str, media: str) -> Json:
    # how whoever gathers OpenActive data knows which feed holds what (Dataset API Discovery)
    kinds = {open_active_path(kind): f"https://openactive.io/{kind}" for kind in TYPES}
    return filled(
        {
            "@type": "DataDownload",
            "name": edition.wording.gettext(title),
            "additionalType": kinds.get(path, ""),
            "encodingFormat": media,
            "contentUrl": absolute(edition.place.settings.url, path),
        }
    )
