#!/usr/bin/env bash
# Runs two command nodes and two query nodes on one PostgreSQL of their own while commands pour in, and receivers of
# each kind that listen, fetch and are called. Their connections break, some receivers behave badly, and each node and
# PostgreSQL is killed with SIGKILL, again and again. Prints what each receiver was told, and answers 1 when anything is
# missing, strange or out of order. Needs Maven and a JDK 25, as the build does, and bash.
#
#   scripts/many-receivers.sh         for five minutes
#   scripts/many-receivers.sh 60      for so many seconds
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec mvn -q spring-boot:test-run -Dspring-boot.run.main-class=nl.leerspoor.standalone.ManyReceivers \
    -Dspring-boot.run.workingDirectory="$PWD/standalone" \
    -Dspring-boot.run.jvmArguments="-Xmx256m --enable-native-access=ALL-UNNAMED" \
    -Dspring-boot.run.arguments="${1:-300}"
