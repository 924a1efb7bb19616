"""A site without its content policy, in a browser that writes down whatever a string gets to do."""

from __future__ import annotations

import mimetypes
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.support.visits import open_visit

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')

# What strings of the collections call to show that they run. ``open`` and ``print`` would leave the
# page, so that they are in the way besides.
_TRAP = """
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...given) => { doorstepRan(`${name}(${String(given[0]).slice(0, 60)})`); };
"""
# What would run at a press, or has run and left no other trace: elements, handlers and addresses
# that no template and no script of ours makes.
_FOREIGN_PARTS = """
function doorstepParts(document) {
  const found = [];
  const loads = ["iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal",
                 "marquee", "style", "foreignobject", "math", "audio", "video"];
  const ours = (it) => it.src ? new URL(it.src).origin === location.origin
    : /^application\\/(ld\\+)?json$/.test(it.type);
  for (const it of document.querySelectorAll("*")) {
    const tag = it.localName.toLowerCase();
    if (loads.includes(tag)) found.push(`<${tag}>`);
    if (tag === "script" && !ours(it)) found.push(`<script> ${it.textContent.slice(0, 60)}`);
    if (tag === "meta" && /refresh/i.test(it.httpEquiv)) found.push("meta refresh");
    for (const { name, value } of it.attributes) {
      const plain = value.replace(/[\\s\\x00-\\x20]/g, "");
      if (/^on/i.test(name) || name === "srcdoc") found.push(`${tag} ${name}`);
      if (/^(href|src|action|formaction|xlink:href|data|poster|ping|background)$/i.test(name)
          && /^(javascript|vbscript|data|blob):/i.test(plain))
        found.push(`${tag} ${name}=${plain}`);
    }
  }
  return found;
}
"""
# Pages side by side in one window: opening each in turn takes three times as long.
_ABREAST = 8
_OPEN_ABREAST = f"""
async (addresses) => {{
  {_FOREIGN_PARTS}
  const looked = [];
  const look = (address) => new Promise((done) => {{
    const frame = document.createElement("iframe");
    frame.addEventListener("load", () => {{
      const page = frame.contentDocument;
      looked.push([address, page.querySelector("h1")?.textContent ?? "", doorstepParts(page)]);
      frame.remove();
      done();
    }});
    frame.style.display = "none";  // scripts run all the same; only drawing is spared
    frame.src = address;
    document.body.append(frame);
  }});
  const waiting = [...addresses];
  await Promise.all(Array.from({{ length: {_ABREAST} }}, async () => {{
    while (waiting.length) await look(waiting.shift());
  }}));
  return looked;
}}
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was opened: its first heading, and what it holds and did that it must not."""

    heading: str
    told: tuple[str, ...]


@dataclass
class Watched:
    """A window, and what happened in it that must not."""

    page: Page
    origin: str
    happened: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.expose_binding(
            "doorstepRan", lambda source, what: self._tell("ran", what, source["frame"].url)
        )
        self.page.context.add_init_script(_TRAP)
        self.page.on("dialog", self._dialog)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda fault: self._tell("broke", str(fault)))
        self.page.on("request", self._request)
        self.page.on("popup", lambda popup: self._tell("ran", f"window {popup.url}"))

    def open(self, address: str) -> list[str]:
        """Open a page; return what it holds and did that it must not."""
        self.happened.clear()
        self.page.goto(self.origin + address, wait_until="load")
        return self.told()

    def open_all(self, addresses: Sequence[str]) -> tuple[dict[str, Seen], list[str]]:
        """Open pages in frames; return what was seen of each, and what happened in any of them."""
        self.happened.clear()
        self.page.goto(f"{self.origin}robots.txt")
        looked = self.page.evaluate(_OPEN_ABREAST, [self.origin + one for one in addresses])
        seen = {
            address.removeprefix(self.origin): Seen(" ".join(heading.split()), tuple(parts))
            for address, heading, parts in looked
        }
        return seen, list(self.happened)

    def told(self) -> list[str]:
        """Return what has happened since, and what stands in the page now."""
        parts = self.page.evaluate(f"() => {{{_FOREIGN_PARTS} return doorstepParts(document); }}")
        return [*self.happened, *(f"holds: {it}" for it in parts)]

    def _tell(self, kind: str, what: str, where: str = "") -> None:
        self.happened.append(f"{kind}: {what} {where.removeprefix(self.origin)}".strip())

    def _dialog(self, dialog: object) -> None:
        self._tell("ran", "dialog")
        dialog.dismiss()  # type: ignore[attr-defined] # Playwright's own type is not exported

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "log":
            self._tell("ran", f"console.log({message.text})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}", "data:", "blob:")):
            self._tell("asked for", request.url, request.frame.url)


@contextmanager
def watched(browser: Browser, files: Mapping[str, bytes]) -> Iterator[Watched]:
    """Serve files without any policy, and open a window on them."""
    with _serving(files) as origin:
        visit = open_visit(browser, f"{origin}robots.txt")  # foreign requests end there
        window = Watched(visit.page, origin)
        window.listen()
        try:
            yield window
        finally:
            visit.context.close()


@contextmanager
def _serving(files: Mapping[str, bytes]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            name = f"{path}index.html" if not path or path.endswith("/") else path
            content = files.get(name)
            self.send_response(404 if content is None else 200)
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self.send_header("Content-Type", kind)
            if name.startswith("assets/"):
                self.send_header("Cache-Control", "max-age=3600")
            self.end_headers()
            with suppress(ConnectionError):  # a page that is left waits for nothing more
                self.wfile.write(_POLICY.sub(b"", content or b""))

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
