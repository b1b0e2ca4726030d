#!/usr/bin/env bash
# What operators do with views, on a running query side (BASE, http://localhost:8080 unless set), with a token of the role
# OPERATOR (TOKEN). Needs curl.
#
#   scripts/projections.sh list
#   scripts/projections.sh rebuild trajectories          builds version n beside the one that serves
#   scripts/projections.sh progress trajectories 2       how far it is
#   scripts/projections.sh compare trajectories 2        what it says otherwise than the one that serves
#   scripts/projections.sh swap trajectories 2           has it serve; "accept" behind it accepts differences
#   scripts/projections.sh abandon trajectories 2        gives it up
#   scripts/projections.sh parked trajectories 2         which events it could not take, and why
#   scripts/projections.sh retry trajectories            tries parked events again
set -euo pipefail

usage() {
    sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 64
}

ask() {
    # not among the arguments, which everybody on the machine may read
    curl --silent --show-error --fail-with-body --config <(echo "oauth2-bearer = \"${TOKEN:-}\"") "$@"
    echo
}

views=${BASE:-http://localhost:8080}/v1/projections
what=${1:-}
view=$views/${2:-}
version=$view/versions/${3:-}

case "$what:$#" in
    list:1) ask "$views" ;;
    list:2) ask "$view" ;;
    rebuild:2) ask -X POST "$view/versions" ;;
    progress:3) ask "$version" ;;
    compare:3) ask "$version/comparison" ;;
    swap:3) ask -X POST "$version/swaps" ;;
    swap:4) [ "$4" = accept ] || usage; ask -X POST "$version/swaps?acceptDifferences=true" ;;
    abandon:3) ask -X POST "$version/abandonments" ;;
    parked:3) ask "$version/parked-events?limit=200" ;;
    retry:2) ask -X POST "$view/retries" ;;
    *) usage ;;
esac
