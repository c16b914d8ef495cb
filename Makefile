# make demo   read examples/ and write exports/ (creates .venv on the first run)
# make test   everything that must hold: style, types, import rules, tests
# make lock   pin the requirements anew
# make clean  remove what the other targets made

PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: demo test lock clean

demo: $(VENV)/run.stamp
	$(BIN)/python hatch_build.py
	$(BIN)/aigraph build examples --out exports

test: $(VENV)/dev.stamp
	sh tools/system-packages.sh
	$(BIN)/python hatch_build.py
	if [ -d explorer/node_modules ]; then npm --prefix explorer --silent run check; fi
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

lock: $(VENV)/bin/python
	$(PIP) install "uv>=0.9"
	sh tools/lock.sh $(BIN)/uv

clean:
	rm -rf $(VENV) dist build explorer/node_modules src/aigraph/view/explorer/built exports/store .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	sh tools/venv.sh "$(PYTHON)" $(VENV)

# The stamps say which locked requirements the environment holds.
$(VENV)/run.stamp: $(VENV)/bin/python requirements/run.txt pyproject.toml
	@echo "Installing the requirements into $(VENV): about 600 MB, a minute or two."
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	touch $@
