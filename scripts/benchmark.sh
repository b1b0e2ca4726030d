#!/usr/bin/env bash
# Measures the program on three made-up years in five regions and prints each figure beside its goal; see
# docs/performance.md. Needs Maven and a JDK 25, as the build does.
#
#   scripts/benchmark.sh                       all measurements
#   scripts/benchmark.sh figures lists         some: figures series page lists visible imports projections streams rebuild
#   scripts/benchmark.sh --fresh               the same on data that are made anew, as after a change of a view
#   scripts/benchmark.sh --trajectories=1000   on fewer, to try it out
#
# The data stay in standalone/target/benchmark for a next run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec mvn -q spring-boot:test-run -Dspring-boot.run.main-class=nl.leerspoor.benchmark.Benchmark \
    -Dspring-boot.run.workingDirectory="$PWD/standalone" \
    -Dspring-boot.run.jvmArguments="-Xmx1500m --enable-native-access=ALL-UNNAMED" \
    -Dspring-boot.run.arguments="$*"
