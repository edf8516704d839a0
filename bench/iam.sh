#!/bin/sh
# Builds the engine beside the tree and repeats its figures: agreement with AWS's samples for CheckNoNewAccess, with Quacky
# and with iam-vulnerable, and the time that AWS's managed policies and ordinary roles take.
# Usage: bench/iam.sh [corpus folder]; ../shared/corpus/iam if not given
set -eu
cd "$(dirname "$0")/.."
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
npx tsc -p tsconfig.build.json --outDir "$build"
ln -s "$PWD/data" "$build/data"
node bench/iam.mjs "$build/src" "$@"
