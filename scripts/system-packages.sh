#!/usr/bin/env bash
# Make sure that the programs the tests drive are on this machine: a browser, Java, Node and npm, and
# the web servers nginx and Apache.
# On Debian and Ubuntu, and where this user may, what is missing is installed; everywhere else the
# script names it and fails. Nothing is skipped for want of a program: a check that did not run
# must not look like one that passed.
set -euo pipefail

browser() {
    local name
    for name in ${DOORSTEP_CHROMIUM:-chromium chromium-browser google-chrome}; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

# Debian keeps servers where only root looks for programs.
server() {
    PATH="$PATH:${DOORSTEP_SBIN-/usr/sbin:/usr/local/sbin}" command -v "$1" >/dev/null 2>&1
}

packages=()
note_missing() {
    packages=()
    browser || packages+=(chromium)
    command -v java >/dev/null 2>&1 || packages+=(default-jre-headless)
    command -v node >/dev/null 2>&1 || packages+=(nodejs)
    command -v npm >/dev/null 2>&1 || packages+=(npm)
    server nginx || packages+=(nginx)
    server apache2 || packages+=(apache2-bin)
}

as_root=()
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1 || return 1
    as_root=(sudo -n)
}

note_missing
[ ${#packages[@]} -eq 0 ] && exit 0

if may_install; then
    echo "Installing what the tests drive: ${packages[*]}" >&2
    install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q)
    { "${install[@]}" update && "${install[@]}" install -y --no-install-recommends "${packages[@]}"; } >&2 || true
    note_missing
    [ ${#packages[@]} -eq 0 ] && exit 0
fi

cat >&2 <<TEXT
The tests need programs that are not on this machine. By their Debian names:
    ${packages[*]}
chromium (or Chrome; DOORSTEP_CHROMIUM may name another) opens the pages, default-jre-headless runs
the Nu HTML checker, nodejs and npm run the browser code's own tests and fetch that checker, nginx
and apache2-bin serve a built site. Debian starts nginx when it installs it, which the tests do not
need: sudo systemctl disable --now nginx
    Debian, Ubuntu:  sudo apt-get install --no-install-recommends ${packages[*]}
    macOS:           brew install --cask chromium; brew install openjdk node nginx
TEXT
exit 1
