# Two commands do everything on a fresh machine with Python 3.11 or newer: make demo, make test.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo lint check test setup docs clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newslint needs Python 3.11 or newer; name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . --group dev 2>/dev/null \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1" \
	  && $(BIN)/python -m pip install --quiet --disable-pip-version-check -e . --group dev
	touch $@

setup: $(VENV)/.ready

demo: setup
	-$(BIN)/newslint check --isolated --output-format full fixtures/articles/product-launch.txt
	-$(BIN)/newslint check --isolated --output-format concise fixtures/articles fixtures/clean
	-$(BIN)/newslint facts --isolated fixtures/clean/court.md

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint
	$(BIN)/python -m pytest -m "not slow"

test: lint
	-$(BIN)/python tools/languagetool.py .languagetool
	NEWSLINT_LANGUAGETOOL_JARS="$$(test -d .languagetool && echo $(CURDIR)/.languagetool)" $(BIN)/python -m pytest

docs: setup
	$(BIN)/python tools/docs.py

clean:
	rm -rf $(VENV) .languagetool build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .newslint_cache
