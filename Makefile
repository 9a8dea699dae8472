# One command for developers: `make` mends, checks and tests.
PYTHON ?= .venv/bin/python

all: fix lint test

.venv:
	python3 -m venv .venv
	.venv/bin/pip install --quiet --editable '.[test,lint]'

fix: .venv
	$(PYTHON) -m ruff check --fix --quiet framing tests docs
	$(PYTHON) -m ruff format --quiet framing tests docs
	$(PYTHON) -m framing check --fix

lint: .venv
	$(PYTHON) -m ruff check framing tests docs
	$(PYTHON) -m ruff format --check framing tests docs
	$(PYTHON) -m mypy

test: .venv
	$(PYTHON) -m pytest

reports: .venv
	$(PYTHON) -m framing report

site: .venv
	$(PYTHON) -m pip install --quiet --editable '.[docs]'
	NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --strict

pictures: .venv
	$(PYTHON) docs/pictures.py

# A REFI-QDA project read by a program that is not ours, in an environment that is thrown away.
foreign: .venv
	python3 -m venv build/foreign
	build/foreign/bin/pip install --quiet pyrefiqda
	FRAMING_REFI_PYTHON=$(CURDIR)/build/foreign/bin/python $(PYTHON) -m pytest tests/test_refi.py -k others

# The same sums on Spark, in an environment that is thrown away; needs Java 17.
spark: .venv
	python3 -m venv build/spark
	build/spark/bin/pip install --quiet --editable '.[test]' pyspark pyarrow pandas
	FRAMING_SPARK=required PYSPARK_PYTHON=$(CURDIR)/build/spark/bin/python build/spark/bin/python -m pytest -W default tests/test_engines.py -k spark

# The wheel with each extra, in environments that are thrown away.
extras:
	.ci/extras

bench: .venv
	for script in tests/benchmarks/*.py; do $(PYTHON) $$script; done

# What the whole program gives, a line per output: written before and after a rebuilding that must change no answer.
manifest: .venv
	$(PYTHON) tests/manifest.py

# Changes of the code that no test notices. All takes hours; for one module: make mutants ONLY='framing.agreement.verdicts.*'
mutants: .venv
	$(PYTHON) -m pip install --quiet --editable '.[test,mutation]'
	$(PYTHON) -m mutmut run --max-children 1 $(if $(ONLY),'$(ONLY)')
	$(PYTHON) -m mutmut results

.PHONY: all fix lint test reports site pictures foreign spark extras bench manifest mutants
