#!/usr/bin/env bash
# Prints a token of a demo user of the program that `mvn spring-boot:run` starts; it holds for an hour. Needs curl.
#
#   TOKEN=$(scripts/token.sh testprojectleider)
#
# Environment: BASE, the address (http://localhost:8080); LEERSPOOR_DATA, the folder of its data (./data). Which users there
# are, the program tells when it starts.
set -euo pipefail

[ $# = 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 64; }
kept=${LEERSPOOR_DATA:-data}/demo-password
[ -r "$kept" ] || { echo "There is no $kept: type this where the program was started, or set LEERSPOOR_DATA" >&2; exit 1; }

# by way of a file descriptor, since others can read a command line
answer=$(curl --silent --show-error --config <(echo "user = \"$1:$(cat "$kept")\"") \
    --data grant_type=client_credentials "${BASE:-http://localhost:8080}/oauth2/token")
token=$(sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p' <<<"$answer")
[ -n "$token" ] || { echo "No token for $1: $answer" >&2; exit 1; }
echo "$token"
