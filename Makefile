# Two commands do all there is to do on a fresh machine: `make app` and `make test`. The rest are parts of them.
# Needs: make and Python 3.11 or newer. What is installed goes into .venv, fetched jars into the user's cache folder.

PYTHON ?= python3
VENV ?= .venv
PORT ?=

PY := $(VENV)/bin/python
APP_READY := $(VENV)/app-$(firstword $(shell cat requirements.txt | cksum)).ready
DEV_READY := $(VENV)/dev-$(firstword $(shell cat requirements.txt requirements-dev.txt | cksum)).ready
PIP := $(PY) -m pip install --quiet --no-input --disable-pip-version-check
SAY := @printf '%s\n' >&2
AS_ROOT_ON_DEBIAN := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
APT_INSTALL := DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -qq --no-install-recommends

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help app test check formatted linted typed layered housed format chromium clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

app: $(APP_READY) ## the app with its local Neo4j, on loopback; PORT=8600 to begin looking for a free port there
	@exec $(PY) -m loaders.launch $(if $(PORT),--port $(PORT))

test: $(DEV_READY) chromium check ## everything that is checked, all tests, browser tests included
	@$(PY) -m pytest --numprocesses 2 --dist loadgroup

check: $(DEV_READY) ## form, lint, strict types, imports and the rules of the house, two at once; no server (-k: all faults)
	@+$(MAKE) --no-print-directory --jobs 2 formatted linted typed layered housed

formatted: $(DEV_READY)
	@$(PY) -m ruff format --check --output-format concise || { echo '`make format` puts them in order.' >&2; exit 1; }

linted: $(DEV_READY)
	@$(PY) -m ruff check --output-format concise

typed: $(DEV_READY)
	@$(PY) -m mypy

layered: $(DEV_READY)
	@$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo --no-cache

housed: $(DEV_READY)
	@$(PY) -m pytest --quiet tests/test_house.py

format: $(DEV_READY) ## put the code into the form that check asks for
	@$(PY) -m ruff check --fix --quiet || true
	@$(PY) -m ruff format

chromium: $(DEV_READY) ## fetch the browser of the browser tests, where there is none and we may
	@$(PY) -m tests.chromium --quiet || { \
	    if $(AS_ROOT_ON_DEBIAN); then \
	        echo 'Installing Chromium for the browser tests ...' >&2; \
	        apt-get -qq update && $(APT_INSTALL) chromium fonts-dejavu-core >/dev/null; \
	    fi; \
	    $(PY) -m tests.chromium || true; }

clean: ## remove what make made here (not the graph in .cadres, nor the jars in the cache folder)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo 'Python 3.11 or newer is needed: name one with `make PYTHON=python3.12 ...`.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(AS_ROOT_ON_DEBIAN) && \
	    apt-get -qq update && $(APT_INSTALL) python3-venv >/dev/null; } || { \
	    echo 'Python lacks its venv module: `apt-get install python3-venv` on Debian or Ubuntu.' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)

$(APP_READY): | $(PY)
	$(SAY) 'Installing the Python packages (a minute, this once) ...'
	@$(PIP) -r requirements.txt
	@rm -f $(VENV)/app-*.ready && touch $@

$(DEV_READY): | $(PY)
	$(SAY) 'Installing the packages that the tests need (a minute, this once) ...'
	@$(PIP) -r requirements-dev.txt
	@rm -f $(VENV)/*.ready && touch $@ $(APP_READY)
