#!/usr/bin/env bash
# Runs two command nodes and two query nodes on one PostgreSQL of their own while commands pour in; kills, stops and
# freezes each, prints how long others took to go on, and counts in the end that every acknowledged command is there
# once. Answers 1 when anything is not as docs/operations.md says. Needs Maven and a JDK 25, as the build does, and a
# machine that does nothing else: it measures seconds.
#
#   scripts/many-nodes.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec mvn -q spring-boot:test-run -Dspring-boot.run.main-class=nl.leerspoor.standalone.ManyNodes \
    -Dspring-boot.run.workingDirectory="$PWD/standalone" \
    -Dspring-boot.run.jvmArguments="-Xmx256m --enable-native-access=ALL-UNNAMED"
