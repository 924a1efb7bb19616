"""GitHub Pages: ``.nojekyll`` in the site, and the workflow that builds and publishes it.

It sends no headers of ours, so that each page carries its policy itself; it redirects nothing.
https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
"""

from __future__ import annotations

from generator.model.hosting import Bounds, Host, HostFiles, HostPolicy

WORKFLOW = """\
name: publish
on:
  push:
    branches: [main]
  schedule:
    - cron: "17 2 * * *"
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-24.04
    environment:
      name: github-pages
      url: ${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: pip install ./doorstep-*.whl
      - uses: actions/cache@v4
        with:
          path: |
            .doorstep
            .site.doorstep
            site
          key: built-${{ github.run_id }}
          restore-keys: built-
      - run: doorstep build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
      - id: deploy
        uses: actions/deploy-pages@v4
"""


def _in_site(_policy: HostPolicy) -> HostFiles:
    """Return the mark that keeps Jekyll away, where a branch is published as it is.

    It would leave out all that begins with a dot: /.well-known/security.txt.
    """
    return HostFiles({".nojekyll": ""})


def _beside(_policy: HostPolicy) -> HostFiles:
    return HostFiles({".github/workflows/publish.yml": WORKFLOW})


GITHUB = Host(
    name="github",
    title="GitHub Pages",
    remedy="GitHub Pages sets this itself; where it has to be otherwise, take another host",
    in_site=_in_site,
    beside=_beside,
    bounds=Bounds(bytes_in_all=1024**3),
    sends_headers=False,
    redirects=False,
    says_gone=False,
)
