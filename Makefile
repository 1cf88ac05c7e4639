# `make run` starts the product, `make test` proves it. Both begin with nothing but Python 3.11, git and make.
# ARGS goes to what is run: make test ARGS=live, make bench ARGS="--rows 100000".

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test test-fast lint bench assets watch environment dev-environment translations

run: environment assets translations
	@$(PY) manage.py serve --demo

test: dev-environment assets translations
	@$(PY) -m tools.test $(ARGS)

test-fast: dev-environment assets translations
	@$(PY) -m tools.test fast

lint: dev-environment translations
	@$(PY) -m tools.lint

bench: dev-environment translations
	@$(PY) -m tools.bench $(ARGS)

assets:
	@$(PYTHON) -m tools.assets

watch:
	@$(PYTHON) -m tools.assets --watch

environment:
	@$(PYTHON) -m tools.environment $(VENV) requirements/run.lock

dev-environment: environment
	@$(PYTHON) -m tools.environment $(VENV) requirements/dev.lock

translations: environment
	@$(PY) -m tools.translations
