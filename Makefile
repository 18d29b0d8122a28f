# The workbook's commands. `make help` lists them.
#
# Nothing here needs a step by hand: what a command lacks (the virtual environment, Node,
# Debian packages) it fetches itself, once. Stamp files remember what is done.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PORT ?= 8000
ARGS ?=

# The first Python that is new enough, outside any environment: .venv is made from it, and made anew.
PYTHON ?= $(shell for candidate in python3.11 python3 python3.12 python3.13; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	"$$candidate" -c 'import sys; print("%s/bin/python%d.%d" % (sys.base_prefix, *sys.version_info[:2]))'; \
	break; done)

# Lock files of packages, each made from the list beside it. They tell pip to take nothing without its hash.
LOCKS := requirements.txt $(foreach what,node zig assembler fuzz,tools/requirements-$(what).txt)

# The environment's commands come first for everything that a recipe starts.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Compilers, Python and the page engines then agree on UTF-8 and on English messages.
export LC_ALL := C.UTF-8
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Material's notice of its own end of life; Zensical, its successor, builds the site as well.
export NO_MKDOCS_2_WARNING := 1
export PIP_ROOT_USER_ACTION := ignore

# A virtual environment knows its folder's name, so the stamp does too: a moved clone starts anew.
PLACE := $(shell pwd -P | cksum | cut -d ' ' -f 1)
VENV := .venv/installed-$(PLACE)
NODE_MODULES := tools/browser/node_modules/.package-lock.json
ASSETS := docs/assets/build/manifest.json
WHEELS := .cache/wheels/made
RUNTIME := .cache/runtime/made
ASSEMBLER := .cache/assembler/made
LICENCES := .cache/licences/made
ENGINE_SOURCES := $(shell find tools/cexplain -name '*.py')
BROWSER_SOURCES := $(wildcard docs/assets/*.css docs/assets/*.js) overrides/unbuilt/styles.html \
	$(shell find tools/browser -name node_modules -prune -o -name dist -prune -o -type f -print 2>/dev/null)

##@ Reading and writing

.PHONY: serve
serve: $(VENV) ## Serve the book on http://127.0.0.1:8000 and reload pages as you write (PORT=8000)
	@exec bash tools/serve.sh $(PORT)

.PHONY: assets
assets: $(ASSETS)

.PHONY: build
build: $(VENV) $(ASSETS) ## Build the book into site/; whatever is broken on a page fails the build
	@mkdocs build --strict

.PHONY: pdf
pdf: debian build ## Print the whole book as one PDF, build/workbook.pdf
	@python tools/print_book.py site build/workbook.pdf

LARGEST ?= 65536
.PHONY: latency
latency: ## Draw how long a step through memory takes on this machine, from 4 KiB to 64 MiB (LARGEST=KiB)
	@command -v $(CC) >/dev/null || { echo "error: no C compiler; on Debian: apt-get install gcc" >&2; exit 1; }
	@mkdir -p build
	@$(CC) -O2 -o build/latency snippets/costs/latency.c
	@build/latency $(LARGEST)

NAME ?=
HINT ?=
SOLUTION ?=
.PHONY: exercise
exercise: $(VENV) ## List the exercises for your machine; begin or judge one (NAME=…), give a hint (HINT=1)
	@python -m cworkbook.exercises $(if $(NAME),"$(NAME)") --hint "$(HINT)" --solution "$(SOLUTION)" \
		|| test $$? -eq 1 # not right yet: it has said what is missing, and make need not call that an error

##@ Proving

.PHONY: test
test: debian lint browser-test ## Prove everything: types, style, engine, pages and every snippet (CI=true forbids skips)
	@python -m pytest -n auto --dist worksteal $(ARGS)

ROUNDS ?= 20
.PHONY: stable
stable: debian $(VENV) $(ASSETS) ## Run the tests of the pages again and again (ROUNDS=20); the first failure ends it
	@python tools/stable.py $(ROUNDS) $(ARGS)

.PHONY: lint
lint: $(VENV) ## Check style and types
	@ruff check
	@ruff format --check
	@mypy

.PHONY: fmt
fmt: $(VENV) ## Rewrite the Python files in the house's format
	@ruff check --fix-only --quiet
	@ruff format

.PHONY: browser-test
browser-test: $(ASSETS) ## Check the pages' own scripts
	@cd tools/browser && npm test --silent

.PHONY: step-book
step-book: $(VENV) $(ASSETS) ## Step through every program of the book that a page can run (some ten minutes)
	@STEP_BOOK=all python -m pytest tests/step/test_book.py $(ARGS)

.PHONY: bless
bless: debian $(VENV) $(NODE_MODULES) $(RUNTIME) ## Renew the records of what compilers and programs said; read the difference
	@python -m cworkbook.prove --bless --jobs "$$(nproc)" $(ARGS)

.PHONY: bench
bench: debian $(VENV) $(ASSETS) ## Measure pages, programs, keys, the engine, the checker (ARGS=--write keeps it)
	@python -m benchmarks $(ARGS)

.PHONY: oracle-full
oracle-full: debian $(VENV) ## Read 20,000 generated declarations and let gcc and clang confirm each
	@python -m benchmarks.oracle $(ARGS)

.PHONY: drill-oracle
drill-oracle: debian $(VENV) ## Let gcc and clang confirm the keys of 10,000 drills, and refute every wrong answer
	@python -m benchmarks.drills $(ARGS)

SECONDS_OF_FUZZING ?= 600
.PHONY: fuzz
fuzz: $(VENV) ## Fuzz the engine with atheris (SECONDS_OF_FUZZING=600) and keep the inputs that reach new code
	@pip install --quiet --requirement tools/requirements-fuzz.txt
	@PYTHONPATH=tests python -m fuzz -max_total_time=$(SECONDS_OF_FUZZING) -max_len=600
	@PYTHONPATH=tests python -m fuzz.corpus

##@ Keeping house

.PHONY: wheel
wheel: $(VENV) ## Build cexplain as a package of its own into dist/ (pipx install dist/*.whl)
	@rm -rf dist
	@pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

.PHONY: picture
picture: build ## Take the README's picture of the book from the built site
	@python tools/picture.py

.PHONY: requirements
requirements: $(VENV) ## Pin the Python packages anew, with their hashes (LOCKS=requirements.txt for one list)
	@for lock in $(LOCKS); do python tools/pin.py "$${lock%.txt}.in" "$$lock"; done

.PHONY: debian
debian: ## Install the Debian packages that the proofs need and the machine lacks, some only unpacked
	@sh tools/debian-packages.sh $$(sed 's/#.*//' tools/debian-packages.txt)
	@sh tools/debian-unpacked.sh $$(sed 's/#.*//' tools/debian-unpacked.txt)

.PHONY: clean
clean: ## Remove everything that the other commands made
	rm -rf .venv .cache site build dist tools/browser/node_modules tools/*.egg-info \
		docs/assets/build overrides/built docs/offline.js .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## Say what can be asked for
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The environment: the pinned packages, then both of ours in place, built with the pinned setuptools.
# An environment of another folder, or one whose interpreter is gone, is made anew.
$(VENV): requirements.txt pyproject.toml tools/pyproject.toml
	@test -n "$(PYTHON)" || { echo "error: no Python 3.11 or newer; on Debian: apt-get install python3" >&2; exit 1; }
	@grep -qsF -- "-m venv $$(pwd -P)/.venv" .venv/pyvenv.cfg && .venv/bin/python -c '' 2>/dev/null || { \
		"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || sh tools/debian-packages.sh \
			"python$$("$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"; \
		echo "Creating .venv (once; about a minute) ..."; \
		rm -rf .venv; "$(PYTHON)" -m venv "$$(pwd -P)/.venv"; }
	@pip install --quiet --requirement requirements.txt
	@pip install --quiet --no-deps --no-build-isolation --editable . --editable tools
	@touch $@

$(NODE_MODULES): tools/browser/package-lock.json | $(VENV)
	@{ node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20)' && npm --version; } >/dev/null 2>&1 \
		|| { echo "Fetching Node into .venv (once) ..."; pip install --quiet --requirement tools/requirements-node.txt; }
	@cd tools/browser && npm ci --loglevel=error --no-audit --no-fund
	@touch $@

# What Python in the browser runs: the engine from this tree, and what it imports.
$(WHEELS): $(VENV) pyproject.toml tools/wheels.py tools/pin.py $(ENGINE_SOURCES)
	@python tools/wheels.py $(dir $@)
	@touch $@

# What must be passed on with the Python packages that the site holds something of.
$(LICENCES): $(VENV) tools/licences.py
	@python tools/licences.py $(dir $@)
	@touch $@

# C, C++ with exceptions and UBSan for the programs in the pages.
$(RUNTIME): tools/runtime.py tools/wide_libc.py tools/zig.py tools/requirements-zig.txt \
		$(wildcard tools/browser/runtime/* tools/browser/runtime/libc/*) | $(NODE_MODULES)
	@echo "Building the libraries that the pages' programs use (once; about a minute) ..."
	@python tools/runtime.py $(dir $@)
	@touch $@

# clang for x86-64 and ARM, which shows the assembly of an edited program.
$(ASSEMBLER): tools/assembler.py tools/requirements-assembler.txt | $(VENV)
	@echo "Fetching the compiler that writes assembly in the pages (once; 97 MB) ..."
	@python tools/assembler.py $(dir $@)
	@touch $@

$(ASSETS): $(NODE_MODULES) $(WHEELS) $(RUNTIME) $(ASSEMBLER) $(LICENCES) $(BROWSER_SOURCES)
	@cd tools/browser && npm run build --silent
