# What is done often. `make` alone lists it.
PORT ?= 8000
SHARE ?= 1
VAR := $(or $(GALLEY_VAR),var)
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
PIP := $(PYTHON) -m pip install --quiet --require-hashes
LOCK := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links
FITS := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))

.DEFAULT_GOAL := help
.PHONY: help run seed test check html prove quality bench pictures lock

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: export DEBUG = on
run: .venv/ready $(VAR)/secret-key ## the site with its demonstration (PORT=8000)
	@$(MANAGE) migrate --verbosity 0 && $(MANAGE) demo
	@echo "Readers: http://127.0.0.1:$(PORT)/   Editors: http://127.0.0.1:$(PORT)/admin/   Stop: Ctrl-C"
	@$(MANAGE) runserver --noreload 127.0.0.1:$(PORT)

seed: export DEBUG = on
seed: .venv/ready $(VAR)/secret-key ## import the files in seeds/
	@$(MANAGE) migrate --verbosity 0 && $(MANAGE) import_seeds

test: .venv/ready-to-test ## the tests, but for the long ones
	$(PYTHON) -m pytest -m "not prove" -n auto --dist loadfile $(ARGS)

check: .venv/ready-to-test $(VAR)/secret-key ## format, lint, floors, templates, migrations, deployment settings
	.venv/bin/ruff format --check . && .venv/bin/ruff check .
	.venv/bin/djade --check --target-version 5.2 $$(find articles/templates -name '*.html')
	DEBUG=on $(MANAGE) makemigrations --check --dry-run && DEBUG=off $(MANAGE) check --deploy --fail-level WARNING
	$(PYTHON) -m pytest --quiet tests/test_layers.py
	@if [ -n "$$GALLEY_NO_SKIP" ] || { command -v java && command -v npm; } >/dev/null; then $(MAKE) html; \
	else echo "Without Java and npm no page was checked by the W3C's Nu HTML checker."; fi

html: .venv/ready-to-test ## every kind of page by the W3C's Nu HTML checker (needs Java and npm)
	cd tests/nu && npm ci --silent
	$(PYTHON) -m pytest --quiet tests/nu/check_pages.py

prove: .venv/ready-to-test ## the long tests (SHARE=1 is all of them, 0.05 a twentieth)
	GALLEY_PROVE_SHARE=$(SHARE) $(PYTHON) -m pytest -m prove $(ARGS)

quality: .venv/ready-to-test ## how well seeds are read, against labelled articles
	@$(PYTHON) tests/quality.py $(ARGS)

bench: .venv/ready-to-test ## figures of speed and size
	for script in $(wildcard tests/bench/bench_*.py); do $(PYTHON) $$script || exit; done

pictures: .venv/ready-to-test ## the pictures of README and docs, from the demonstration
	@$(PYTHON) tests/pictures.py

lock: .venv/ready-to-test ## compile requirements*.txt from pyproject.toml
	$(PYTHON) -m pip install --quiet uv==0.13.9 && $(LOCK) pyproject.toml --group test -o requirements.txt
	for group in extras postgres queue; do \
		$(LOCK) --group $$group --constraints requirements.txt -o requirements-$$group.txt || exit; done
	$(LOCK) --group dev --constraints requirements.txt --constraints requirements-extras.txt -o requirements-dev.txt

.venv/bin/python:
	@for python in python3.13 python3.12 python3.11 python3; do \
		if $$python -c '$(FITS)' 2>/dev/null; then $$python -m venv .venv; exit; fi; done; \
	echo "Galley needs Python 3.11, 3.12 or 3.13 with its venv module (Debian: apt install python3-venv)." >&2; exit 1

.venv/ready: requirements.txt requirements-extras.txt | .venv/bin/python
	@echo "Installing what requirements.txt names ..."
	@$(PIP) -r requirements.txt
	@$(PIP) -r requirements-extras.txt || echo "The extras could not be installed; Galley runs without them."
	@touch $@

.venv/ready-to-test: requirements-dev.txt .venv/ready
	@$(PIP) -r requirements-dev.txt && touch $@

$(VAR)/secret-key:
	@mkdir -p $(VAR) && (umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@.new) && mv $@.new $@
