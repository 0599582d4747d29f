# make demo   install into .venv, build the sample story, name its report and how to serve it
# make test   install what tests need, then lint, types, imports, tests
# make bench  measure speed (needs collections of articles, see docs/evaluation.md)

VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench clean

demo: $(VENV)/.installed
	@$(BIN)/variorum demo

test: $(VENV)/.installed-for-tests lint
	@scripts/install-chromium
	@scripts/install-java
	@scripts/install-postgresql
	@scripts/install-schemas $(VENV)/schemas || echo "Schemas cannot be had now: tests that need them are skipped." >&2
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-for-tests
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

bench: $(VENV)/.installed-for-bench
	@$(BIN)/python -m bench.run

$(VENV)/.installed: pyproject.toml scripts/make-venv
	@scripts/make-venv $(VENV) .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml scripts/make-venv
	@scripts/make-venv $(VENV) .[test]
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-for-bench: pyproject.toml scripts/make-venv
	@scripts/make-venv $(VENV) .[test,bench]
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
