"""IIS: ``web.config`` in the site. Redirects need a part of it that few servers have.

https://learn.microsoft.com/iis/configuration/system.webserver/
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.model.hosting import Host, HostFiles, HostPolicy
from generator.rules.xml_text import element, xml_file


def _in_site(policy: HostPolicy) -> HostFiles:
    """Return the file. IIS answers 404 to a file whose type it does not know."""
    root = Element("configuration")
    server = element(root, "system.webServer")
    static = element(server, "staticContent")
    for end, kind in policy.types.items():
        element(static, "remove", fileExtension=end)
        element(static, "mimeMap", fileExtension=end, mimeType=kind)
    element(static, "clientCache", cacheControlMode="DisableCache")
    errors = element(server, "httpErrors", errorMode="Custom")
    element(errors, "remove", statusCode="404")
    element(errors, "error", statusCode="404", path=policy.not_found, responseMode="File")
    _send(server, policy.everywhere)
    for folder in policy.for_anyone:
        _send(_below(root, folder), (("Access-Control-Allow-Origin", "*"),))
    for folder in policy.lasting:
        kept = element(_below(root, folder), "staticContent")
        # a year, and what it says besides: clientCache adds max-age to it
        element(
            kept,
            "clientCache",
            cacheControlMode="UseMaxAge",
            cacheControlMaxAge="365.00:00:00",
            cacheControlCustom="public, immutable",
        )
    return HostFiles({"web.config": xml_file(root).decode()})


def _below(root: Element, folder: str) -> Element:
    return element(element(root, "location", path=folder.rstrip("/")), "system.webServer")


def _send(server: Element, headers: Iterable[tuple[str, str]]) -> None:
    custom = element(element(server, "httpProtocol"), "customHeaders")
    for name, value in headers:
        custom.append(Element("add", {"name": name, "value": value}))


IIS = Host(
    name="iis",
    title="IIS",
    remedy="have `host: iis` in place.yaml, build, and copy the folder with its web.config",
    in_site=_in_site,
    redirects=False,
    says_gone=False,
)
