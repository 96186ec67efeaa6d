# Works with GNU make 3.81 and newer and a POSIX shell. `make` alone prints what there is.

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
HOSHIN  := $(BIN)/hoshin
STAMP   := $(VENV)/.stamp
CHECK   := .check
EXTERNAL := tests/external
JOBS    ?= auto
ARGS    ?=
UV      ?= uv
FORMATS := html,pdf,docx,odt,epub,md,txt,json
LANGS   := en,ja
PIP     := -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help env build test check demo lint types golden docs words pictures schema fuzz bench coverage checkers lock clean distclean

help: ## print this list
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile
	@echo "Variables: PYTHON=python3.13 (the interpreter of a new environment), JOBS=4, ARGS='-k word' (for pytest)"

env: $(STAMP) ## make .venv with every locked package (again only when the lock or pyproject.toml changed)

$(STAMP): requirements.lock pyproject.toml
	@command -v "$(PYTHON)" >/dev/null 2>&1 || \
	  { echo "$(PYTHON) is not there. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' || \
	  { echo "Python 3.11 to 3.14 is needed, $(PYTHON) is `"$(PYTHON)" -V 2>&1`. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) from requirements.lock (about 350 MB, once)"
	@"$(PYTHON)" -m venv "$(VENV)"
	@$(BIN)/python $(PIP) --require-hashes -r requirements.lock
	@$(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What the laws find in the text is for legal to decide; it is shown, and the documents are made all the same.
build: env ## check the policy, then write everything of OpenWork into build/
	$(HOSHIN) check --fail-on never
	$(HOSHIN) render --to $(FORMATS) --lang $(LANGS) --out build
	$(HOSHIN) render --form inquiry --lang $(LANGS) --out build

test: env ## all tests, then lint and types; what needs a missing program is named as left out
	$(BIN)/python -m pytest -n $(JOBS) --maxprocesses=8 $(ARGS)
	@$(MAKE) --no-print-directory lint types

check: env ## check the policy
	$(HOSHIN) check

demo: env ## edit a copy of OpenWork's policy in six ways and print what changed, in English and Japanese
	@$(BIN)/python docs/demo/demo.py

lint: env ## style (ruff) and layers (import-linter)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/lint-imports --no-cache

types: env ## types (mypy, strict)
	$(BIN)/mypy

golden: env ## write the expected output of tests/cases and docs/errors.md anew; read the difference before you commit it
	UPDATE=1 $(BIN)/python -m pytest -q tests/test_cases.py tests/errors $(ARGS)

docs: env ## write docs/reference.md, docs/commands.md and what the commands shown in the documentation print
	UPDATE=1 $(BIN)/python -m pytest -q tests/documentation $(ARGS)

words: env ## write the JSON of the tool's own YAML (sentences, glossary, word lists), which is read in its place
	UPDATE=1 $(BIN)/python -m pytest -q tests/unit/kernel/test_compiled.py

pictures: env ## photograph docs/pictures anew (needs chromium)
	$(BIN)/python docs/pictures/make.py

schema: env ## write the JSON Schemas from the types: of the files, here and in the examples, and of a report of changes
	$(HOSHIN) schema --out schema
	$(HOSHIN) schema report --out schema
	$(HOSHIN) schema findings --out schema
	@for file in examples/*/schema/*.json examples/*/former/schema/*.json; do cp "schema/$${file##*/}" "$$file"; done

fuzz: env ## ten minutes of made-up and damaged projects through every command (ARGS='--seed 7' for others)
	$(BIN)/python tests/fuzz/run.py --seconds 600 $(ARGS)

bench: env ## measure; prints ratios within one run
	$(BIN)/python -m bench $(ARGS)

coverage: env ## which branches of src/ the tests reach
	$(BIN)/coverage run -m pytest -q $(ARGS)
	$(BIN)/coverage report

checkers: $(CHECK)/.stamp $(EXTERNAL)/node_modules/.stamp ## install the external checkers of HTML, PDF and accessibility (needs npm)

$(CHECK)/.stamp: $(EXTERNAL)/requirements-check.lock
	@echo "Making $(CHECK) from $< (about 600 MB, once)"
	@"$(PYTHON)" -m venv "$(CHECK)"
	@$(CHECK)/bin/python $(PIP) --require-hashes -r $<
	@touch $@

$(EXTERNAL)/node_modules/.stamp: $(EXTERNAL)/package-lock.json
	npm ci --prefix $(EXTERNAL) --ignore-scripts --no-audit --no-fund
	@touch $@

# One lock for all versions and platforms. No index is written into it, so that it holds wherever pip gets its packages.
lock: ## write the lock files anew (needs uv: pip install uv)
	@command -v "$(UV)" >/dev/null 2>&1 || { echo "uv is not there: pip install uv, or make lock UV=/path/to/uv" >&2; exit 1; }
	"$(UV)" pip compile pyproject.toml --extra test --extra lint --extra build --universal --generate-hashes \
	  --python-version 3.11 --no-emit-index-url --no-header --no-config --quiet --output-file requirements.lock $(ARGS)
	cd $(EXTERNAL) && "$(UV)" pip compile requirements-check.in --universal --generate-hashes \
	  --python-version 3.11 --no-emit-index-url --no-header --no-config --quiet --output-file requirements-check.lock $(ARGS)
	npm install --prefix $(EXTERNAL) --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

clean: ## remove what build and test leave behind
	rm -rf build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environments too
	rm -rf $(VENV) $(CHECK) $(EXTERNAL)/node_modules
