# Doorstep from a fresh clone. Needs Python 3.11 or newer, git and make; `make` alone lists what it does.
#
# Everything is installed into .venv from locks whose every file is checked by its hash. Where the
# packages come from is the machine's business (pip's and npm's own configuration): no index is
# named here or in the locks, so that a mirror needs no change.

VENV := .venv
RUN := $(VENV)/bin/python -m
INSTALL := pip --disable-pip-version-check --no-input install --quiet
PIP := $(RUN) $(INSTALL)
# ARGS come after it, so that "-n 0" is one process again, for a debugger.
TESTS := $(RUN) pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal
COMPILE := $(RUN) uv pip compile --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

# Touched when a step is done, so that the next run begins where something changed.
CREATED := $(VENV)/.created
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
INSTALLED_TOOLS := $(VENV)/.installed-tools
INSTALLED_NODE := node_modules/.installed
INSTALLED_BENCH := benchmarks/node_modules/.installed
# Generators to build beside, in an environment of their own: none of their packages meets ours.
PEERS := .doorstep/benchmarks/peers
INSTALLED_PEERS := $(PEERS)/.installed

CONTENT ?= content
OUT ?= site
ARGS ?=
SECONDS ?= 600
JS_TESTS = $(shell find tests/js -name '*.test.js' -o -name '*.test.mjs' 2>/dev/null | sort)

.DEFAULT_GOAL := help
.PHONY: help site serve lint test soak fuzz sbom bench reference pictures vendor lock clean system

help: ## list what can be made (the default)
	@echo 'Usage: make TARGET [NAME=VALUE ...]'
	@echo
	@echo 'Targets:'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo 'Values:'
	@echo '  CONTENT=DIR    the records to build (site, serve); default content'
	@echo '  OUT=DIR        where the site goes (site, serve); default site'
	@echo '  ARGS=...       more for the command underneath, as in: make test ARGS="-k schedule -x"'
	@echo '  SECONDS=N      how long each target is fuzzed (fuzz); default 600'
	@echo '  PYTHON=PATH    the Python to make .venv with; default the first fit one from 3.11 on'
	@echo '  UPGRADE=1      take newer releases (lock); without it a lock keeps what it has'

site: $(INSTALLED) ## install what is locked and build content/ into site/
	$(VENV)/bin/python -m generator build --content $(CONTENT) --out $(OUT) $(ARGS)
	@echo
	@echo 'Built. Look at it with'
	@echo '    make serve                                          rebuilds while you edit'
	@echo '    python3 -m http.server --bind 127.0.0.1 --directory $(OUT)   as a host would serve it'

serve: $(INSTALLED) ## build, show on this machine only, rebuild on every save
	$(VENV)/bin/python -m generator serve --content $(CONTENT) --out $(OUT) $(ARGS)

lint: $(INSTALLED_DEV) ## style, types and the import contract: seconds, no browser
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports --no-cache --no-logo

# pytest comes last: its closing line is the last that is printed.
test: lint system $(INSTALLED_NODE) ## every check; installs or names the browser, Java and Node that it needs
	$(if $(JS_TESTS),node --test --test-reporter=spec $(JS_TESTS))
	$(TESTS) $(ARGS)

soak: system $(INSTALLED_NODE) $(INSTALLED_DEV) ## the tests at length: what `test` samples, with far more examples
	$(TESTS) -m 'soak or not soak' --hypothesis-profile=soak $(ARGS)

fuzz: $(INSTALLED_TOOLS) ## look for bytes that break the readers of records: SECONDS=n for each of four
	$(RUN) tests.fuzz $(SECONDS) $(ARGS)

sbom: $(INSTALLED_TOOLS) ## write what a release is made of, as CycloneDX: sbom-python.json, sbom-browser.json
	$(VENV)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file sbom-python.json
	npm sbom --sbom-format cyclonedx --omit dev --package-lock-only > sbom-browser.json

bench: system $(INSTALLED_DEV) $(INSTALLED_BENCH) $(INSTALLED_PEERS) ## measure, beside others; ARGS="finder --sizes 1000", as benchmarks/README.md says
	$(RUN) benchmarks $(ARGS)

reference: $(INSTALLED) ## write docs/reference again from what the program declares
	$(RUN) scripts.reference

pictures: $(INSTALLED_DEV) ## take the pictures in docs/pictures again, in Chromium
	$(RUN) scripts.pictures

vendor: $(INSTALLED) ## copy the browser libraries and stemmers that are pinned into the base theme and the package
	$(RUN) scripts.vendor
	$(RUN) scripts.vendor_stemmers

lock: $(INSTALLED_DEV) ## write the requirement locks again, from pyproject.toml and for the benchmark
	$(COMPILE) pyproject.toml --group build --output-file requirements.lock
	$(COMPILE) pyproject.toml --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock
	$(COMPILE) benchmarks/requirements.in --output-file benchmarks/requirements.lock
	$(COMPILE) pyproject.toml --group tools --constraints requirements-dev.lock \
		--output-file requirements-tools.lock

clean: ## remove what was installed and made here: .venv, node_modules, caches, the site
	rm -rf $(VENV) node_modules benchmarks/node_modules .fuzz sbom-python.json sbom-browser.json site .site.doorstep dist build .doorstep \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

system:
	@scripts/system-packages.sh

$(CREATED):
	@python=$$(PYTHON='$(PYTHON)' scripts/find-python.sh) && "$$python" -m venv --clear $(VENV)
	@touch $@

$(INSTALLED): $(CREATED) requirements.lock pyproject.toml
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(INSTALLED_DEV): $(INSTALLED) requirements-dev.lock
	$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@

$(INSTALLED_PEERS): $(CREATED) benchmarks/requirements.lock
	$(VENV)/bin/python -m venv --clear $(PEERS)
	$(PEERS)/bin/python -m $(INSTALL) --require-hashes --requirement benchmarks/requirements.lock
	@touch $@

$(INSTALLED_TOOLS): $(INSTALLED_DEV) requirements-tools.lock
	$(PIP) --require-hashes --requirement requirements-tools.lock
	@touch $@

$(INSTALLED_NODE): package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

$(INSTALLED_BENCH): benchmarks/package-lock.json
	npm ci --prefix benchmarks --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@
