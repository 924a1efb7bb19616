"""Open pages in a real browser and write down everything it complains about."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
)

# Chromium takes the last list that it is given, so that ours has to repeat Playwright's;
# tests/browser/test_visits.py holds it to that. Ours begins with the page below the address bar,
# which nobody sees here: it is made anew with each window, and cost more than half of opening one.
UNWANTED = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "AimEnabled"),
    *("TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying"),
    *("PreconnectToSearch", "msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion"),
)
FLAGS = (
    "--no-sandbox",  # continuous integration runs as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNWANTED)}",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
# milliseconds
_STEP = 25
_QUIET = 100
_OURS = ("data:", "blob:", "about:")
_LISTEN = """
document.addEventListener("securitypolicyviolation", (event) =>
  doorstepViolation(`${event.violatedDirective}: ${event.blockedURI} in ${event.sourceFile}`));
"""


def chromium() -> str:
    """Return the browser's path. A missing browser fails: a page nobody opened is not tested."""
    named = os.environ.get("DOORSTEP_CHROMIUM")
    for name in [named] if named else _NAMES:
        if found := shutil.which(name):
            return found
    wanted = f"DOORSTEP_CHROMIUM={named}" if named else " or ".join(_NAMES)
    raise AssertionError(f"no browser: {wanted} is not on this machine; make test installs it")


def launch(playwright: Playwright) -> Browser:
    """Start Chromium such that it can reach nothing but the loopback interface."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


@dataclass  # without slots: Playwright notes its wrappers on the object whose method listens
class Visit:
    """One page in a context of its own, with what happened while it was open."""

    page: Page
    context: BrowserContext
    origin: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    pending: int = 0

    def faults(self) -> list[str]:
        """Return everything that should not have happened, each as one line. Empty is good."""
        return [
            *(f"foreign request: {url}" for url in self.foreign),
            *(f"policy violation: {violation}" for violation in self.violations),
            *(f"failed request: {request}" for request in self.failed),
            *(f"console: {error}" for error in self.errors),
        ]

    def forget(self) -> None:
        """Begin a new page: what was written down so far is no longer of interest."""
        for kind in (self.foreign, self.errors, self.violations, self.failed):
            kind.clear()

    def goto(self, url: str) -> None:
        """Open another page in the same context, and wait until its network is quiet.

        Playwright's own "networkidle" waits for half a second on every page; with hundreds of pages
        and a server in this very process a tenth is plenty.
        """
        self.page.goto(url, wait_until="load")
        quiet = 0
        while quiet < _QUIET:
            self.page.wait_for_timeout(_STEP)
            quiet = quiet + _STEP if self.pending <= 0 else 0

    def listen(self) -> None:
        """Begin to write down what the browser says."""
        self.page.on("request", self._request)
        self.page.on("response", self._response)
        self.page.on("requestfailed", self._failed)
        self.page.on("requestfinished", self._finished)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.expose_function("doorstepViolation", self._violation)
        self.page.add_init_script(_LISTEN)
        # A pattern, for the driver: a function would be asked, here, about each of our own files.
        ours = "|".join(map(re.escape, (f"{self.origin}/", *_OURS)))
        self.context.route(re.compile(f"^(?!{ours})"), lambda route: route.abort())

    def _is_ours(self, url: str) -> bool:
        return url.startswith((f"{self.origin}/", *_OURS))

    def _request(self, request: Request) -> None:
        self.pending += 1
        if not self._is_ours(request.url):
            self.foreign.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def _finished(self, _request: Request) -> None:
        self.pending -= 1

    def _failed(self, request: Request) -> None:
        self.pending -= 1
        # a request that the page itself gave up, as when it is left, is no fault
        if self._is_ours(request.url) and request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.failure} {request.url}")

    def _violation(self, violation: str) -> None:
        self.violations.append(violation)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking: the size of the window in CSS pixels, the colours they asked for, script."""

    width: int = 1280
    height: int = 900
    colours: Literal["light", "dark"] = "light"
    javascript: bool = True


DESKTOP = Viewer()
# the narrowest that WCAG 2.2 asks for, and the other colours on the way
PHONE = Viewer(width=320, height=640, colours="dark")
WITHOUT_SCRIPT = Viewer(javascript=False)


def open_visit(browser: Browser, url: str, viewer: Viewer = DESKTOP) -> Visit:
    """Open ``url`` in a fresh context and wait until its network is quiet."""
    context = browser.new_context(
        java_script_enabled=viewer.javascript,
        viewport={"width": viewer.width, "height": viewer.height},
        color_scheme=viewer.colours,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/London",
        service_workers="block",
    )
    origin = "/".join(url.split("/")[:3])
    visit = Visit(context.new_page(), context, origin)
    visit.listen()
    visit.goto(url)
    return visit
