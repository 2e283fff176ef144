# Dragoman. `make demo` shows it; `make test` tests it. Nothing here needs root.
PYTHON ?= python3
PY := .venv/bin/python
START ?= training/start
RUN ?= news

.PHONY: setup demo test check bench train clean

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml setup_venv.py
	$(PYTHON) setup_venv.py

demo: setup
	@$(PY) -m dragoman code tests/pages --format table
	@$(PY) -m dragoman demo

test: check
	$(PY) -m pytest

check: setup
	$(PY) -m ruff check .
	$(PY) -m mypy

bench: setup
	$(PY) -m benchmarks.speed
	$(PY) -m benchmarks.incidents
	$(PY) -m training.evaluate
	$(PY) -m benchmarks.times
	$(PY) -m benchmarks.places
	@if [ -e ../shared/dev/plv_dev.tsv ]; then $(PY) -m benchmarks.relations ../shared/dev/plv_dev.tsv; fi

# START: a folder with the start weights (config.json, model.safetensors, tokenizer.json of multilingual-e5-small)
train: setup
	$(PY) -m pip install --quiet torch==2.13.0 safetensors onnx
	@if [ ! -e $(START)/model.safetensors ]; then \
	  if [ -e ../shared/tools/e5_base.py ]; then $(PY) ../shared/tools/e5_base.py $(START); \
	  else echo "$(START): put the weights of multilingual-e5-small here"; exit 1; fi; fi
	$(PY) -m training.train --start $(START) --run $(RUN)
	$(PY) -m training.calibrate --start $(START) --run $(RUN)
	$(PY) -m training.export --start $(START) --run $(RUN) --name $(RUN)-1 --out training/runs
	$(PY) -m training.evaluate --model training/runs/$(RUN)-1

clean:
	rm -rf .venv build dist src/*.egg-info
