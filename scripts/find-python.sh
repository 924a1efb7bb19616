#!/bin/sh
# Print the first Python on this machine that Doorstep can run on, or say what is missing.
# Debian ships python3 without ensurepip, so that having the right version is not enough.
set -eu

suits='import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'

for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$suits" >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
done

cat >&2 <<'TEXT'
Doorstep needs Python 3.11 or newer with its venv module, and found none.
  Debian, Ubuntu:  apt-get install python3 python3-venv
  macOS:           brew install python@3.11
or name one yourself:  make site PYTHON=/path/to/python3
TEXT
exit 1
