#!/bin/sh
# Write the lock files anew from pyproject.toml (needs uv). They name versions and hashes, never a registry.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile "$@" --python-version 3.11.0 --universal --generate-hashes --no-header \
           --no-emit-index-url --no-emit-find-links --quiet; }
lock pyproject.toml -o requirements/run.lock
lock pyproject.toml --group dev -o requirements/dev.lock
lock --group assets -o requirements/assets.lock
