# Everything is installed into .venv by the targets that need it, from the lock file, hash by hash.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo test lint score bench lock train page clean

help: ## what the targets do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv/run ## read the example corpus, print what it holds, and write its page
	@$(BIN)/tawatur demo

test: .venv/dev ## pass the tests
	@$(BIN)/pytest --cov --cov-report=term:skip-covered --cov-fail-under=90

lint: .venv/dev ## formatting, lint, types, the direction of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

score: .venv/dev ## measure each skill on the labelled data at hand; fails below the recorded floors
	@$(BIN)/python -m bench.score

bench: .venv/dev ## measure speed against what a user would pick instead
	@$(BIN)/python -m bench.speed

lock: .venv/dev ## resolve the dependencies anew and write requirements/*.lock
	@$(BIN)/python genscripts/lock.py

train: .venv/dev ## train the tagger of names anew (needs ../shared)
	@$(BIN)/python genscripts/train_names.py

clean: ## remove what the other targets made
	@rm -rf .venv demo build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The two marks say which lock file the environment was made from.
.venv/run: requirements/run.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pip.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements/dev.lock .venv/run
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
