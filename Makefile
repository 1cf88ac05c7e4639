# `make run` starts the product, `make test` proves it. Both begin with nothing but Python 3.11, git and make.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test test-fast lint bench assets watch environment dev-environment translations

run: environment assets translations
	@$(PY) manage.py serve --demo

test: dev-environment assets translations
	@$(PY) tools/test.py

test-fast: dev-environment assets translations
	@$(PY) tools/test.py fast

lint: dev-environment translations
	@$(PY) tools/lint.py

bench: dev-environment translations
	@$(PY) tools/bench.py

assets:
	@$(PYTHON) tools/assets.py

watch:
	@$(PYTHON) tools/assets.py --watch

environment:
	@$(PYTHON) tools/environment.py $(VENV) requirements/run.lock

dev-environment: environment
	@$(PYTHON) tools/environment.py $(VENV) requirements/dev.lock

translations: environment
	@$(PY) tools/translations.py
