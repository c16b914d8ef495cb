#!/bin/sh
# Pin the requirements with their hashes, for every platform: tools/lock.sh UV
set -eu
uv=$1

pin() {
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url pyproject.toml "$@"
}
pin --group build --output-file requirements/run.txt
pin --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
