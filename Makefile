# make demo   set up and build the graph of the sample articles into output/
# make test   lint, types and the whole test suite
# make bench  what observing and writing cost, beside the language model alone; how linking, RDF and questions grow
# make bench-explorer   what the explorer weighs and how fast it answers in Chromium, beside its bars
# make docs   the generated pages of docs/
# make shell  the small scripts and styles that the explorer carries, out of those in templates/explorer/; takes npm
# make lock   the lock files anew, from pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet --python-version 3.11

.PHONY: demo test bench bench-explorer docs shell lock clean

demo: $(VENV)/.runtime
	$(BIN)/eventgraph build data --output output --title "Sample articles"

test: $(VENV)/.dev $(VENV)/.npm
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(VENV)/.runtime
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1 $(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/linking.py
	PYTHONPATH=tests $(BIN)/python tests/bench/rdf.py
	PYTHONPATH=tests $(BIN)/python tests/bench/questions.py

bench-explorer: $(VENV)/.dev
	$(BIN)/python tests/bench/explorer.py

docs: $(VENV)/.dev
	$(BIN)/python tests/documents.py

shell: $(VENV)/.dev $(VENV)/.npm
	$(BIN)/python tests/small_shell.py

lock:
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) pyproject.toml --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis

$(VENV)/.runtime: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	touch $@

# What the browser tests check our files against, and what makes the explorer's code small; without npm the
# tests of both say that they were skipped.
$(VENV)/.npm: tests/browser/package-lock.json $(VENV)/.runtime
	if command -v npm >/dev/null; then \
	  npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent && touch $@; fi

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	touch $@
