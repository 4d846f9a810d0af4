# Two commands do everything: `make run` and `make test`. Python 3.11, make and git are all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup run test check bench fuzz lock audit

setup: $(STAMP)

# Speaks on standard error and reads nothing, so that `echo question | make run` works on a fresh clone.
$(STAMP): requirements.lock pyproject.toml
	@{ echo "Making the environment in $(VENV) (once; a minute or two) ..." && \
	$(PYTHON) -m venv $(VENV) && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e . && \
	touch $@ ; } </dev/null >&2

run: setup
	@$(BIN)/python -m bot run

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: check
	$(BIN)/pytest

bench: setup
	$(BIN)/python -m bench

# The same properties as in `make test`, drawn at random and for long.
fuzz: setup
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -m "not process" -k "fuzz or property or machine" -p no:randomly

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11

# Two locks: for working on it, and the part of the same that a server or an image needs.
lock: setup
	$(COMPILE) --group dev pyproject.toml -o requirements.lock </dev/null
	$(COMPILE) --group build --constraints requirements.lock pyproject.toml -o requirements.run.lock </dev/null

# The licence and the known faults of everything that a server gets. The auditors live in an environment of their own, thrown
# away afterwards; --strict: what could not be looked up has not been audited.
audit: setup
	@set -e; place=$$(mktemp -d); trap 'rm -rf "$$place"' EXIT; \
	$(PYTHON) -m venv "$$place"; \
	"$$place"/bin/pip install --quiet --disable-pip-version-check pip-audit pip-licenses; \
	"$$place"/bin/pip-licenses --python $(BIN)/python --from=mixed --order=license \
		--fail-on "GPL-3.0-only;GPL-3.0-or-later;AGPL-3.0-only;AGPL-3.0-or-later;UNKNOWN" \
		--packages $$(sed -n 's/^\([A-Za-z0-9_.-]*\)==.*/\1/p' requirements.run.lock | sort -u); \
	"$$place"/bin/pip-audit --strict --progress-spinner off --require-hashes --disable-pip -r requirements.run.lock
