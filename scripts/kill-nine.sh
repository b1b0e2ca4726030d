#!/usr/bin/env bash
# Kills the program with SIGKILL while commands pour in, once alone and once together with its PostgreSQL, and shows
# that every acknowledged command is stored exactly once. Needs curl and a JDK 25 in JAVA_HOME or on the path.
#
#   mvn -DskipTests package && scripts/kill-nine.sh
#
# Each client records lessons on a pilot of its own, one after the other. It repeats a command under the same
# Idempotency-Key until it is acknowledged, as a careful client does. So in the end a pilot must have as many lessons
# as its client has acknowledgements: one less would be a loss, one more a duplicate.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

clients=${CLIENTS:-4}
each=${COMMANDS:-75}
port=${PORT:-18089}
deadline=$((SECONDS + ${LIMIT:-600}))
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
base=http://127.0.0.1:$port
scratch=$(mktemp -d)
program=
pouring=()

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

late() {
    [ "$SECONDS" -lt "$deadline" ] || fail "not done within the time limit; see $scratch"
}

start() {
    "$java" -Xmx512m --enable-native-access=ALL-UNNAMED -jar standalone/target/standalone-*-exec.jar \
        --server.port="$port" --leerspoor.data="$scratch/data" --leerspoor.twente.load=false \
        --leerspoor.quota.commands-per-second=1000 --leerspoor.public-url="$base" \
        >>"$scratch/program.log" 2>&1 &
    program=$!
    until curl -sf -o /dev/null "$base/readyz"; do
        late
        kill -0 "$program" 2>/dev/null || fail "the program does not start; see $scratch/program.log"
        sleep 0.2
    done
}

stop() {
    for pid in "${pouring[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    if [ -n "$program" ] && kill "$program" 2>/dev/null; then
        wait "$program" 2>/dev/null || true
    fi
}
trap stop EXIT

# a program that was started anew doesn't know tokens from before
log_in() {
    token=$(BASE=$base LEERSPOOR_DATA=$scratch/data scripts/token.sh testprojectleider 2>/dev/null) || token=none
}

# post <key> <path> <body>: prints the answer's status, then its body
post() {
    curl -s -m 10 -w '\n%{http_code}' -H "Authorization: Bearer $token" -H "Idempotency-Key: $1" -H 'Content-Type: application/json' \
        -d "$3" "$base$2" | awk '{ line[NR] = $0 } END { print line[NR]; for (i = 1; i < NR; i++) print line[i] }'
}

id_of_pilot() {
    printf '00000000-0000-7000-8000-%012d' "$1"
}

lesson='{"effectiveOn":"2020-01-06","kind":"LESSON","code":"OTHER"}'

# pour <client>: records its lessons, and writes one line for each acknowledgement
pour() {
    local n answer
    for n in $(seq 1 "$each"); do
        until answer=$(post "lesson-$1-$n" "/v1/pilots/$(id_of_pilot "$1")/lessons" "$lesson") \
            && [ "${answer%%$'\n'*}" = 201 ]; do
            sleep 0.5
            log_in
        done
        echo "${answer#*$'\n'}" >>"$scratch/acknowledged-$1"
    done
}

acknowledged() {
    cat "$scratch"/acknowledged-* 2>/dev/null | wc -l
}

pour_until() {
    until [ "$(acknowledged)" -ge "$1" ]; do
        late
        sleep 0.2
    done
}

start
log_in
for client in $(seq 1 "$clients"); do
    answer=$(post "pilot-$client" /v1/pilots "{\"id\":\"$(id_of_pilot "$client")\",\"region\":\"AM05\",
        \"effectiveOn\":\"2019-10-01\",\"programmeId\":\"P$client\",\"name\":\"Proef $client\",\"sectors\":[\"LOG\"],
        \"plannedEnd\":\"2020-12-31\",\"datePrecision\":\"MONTH\"}")
    [ "${answer%%$'\n'*}" = 201 ] || fail "a pilot can't be started: $answer"
done
for client in $(seq 1 "$clients"); do
    pour "$client" &
    pouring+=($!)
done
all=$((clients * each))

pour_until $((all / 3))
kill -9 "$program"
wait "$program" 2>/dev/null || true
echo "killed the program after $(acknowledged) of $all acknowledgements"
start

pour_until $((all * 2 / 3))
kill -9 "$(head -1 "$scratch/data/postgres/postmaster.pid")" "$program"
wait "$program" 2>/dev/null || true
echo "killed PostgreSQL and the program after $(acknowledged) of $all acknowledgements"
start

pour_until "$all"
for pid in "${pouring[@]}"; do
    wait "$pid"
done
pouring=()

log_in
# the version of a pilot is the number of its events after the start; a repeat must add none
stored=0
for client in $(seq 1 "$clients"); do
    first=$(head -1 "$scratch/acknowledged-$client")
    repeat=$(post "lesson-$client-1" "/v1/pilots/$(id_of_pilot "$client")/lessons" "$lesson")
    [ "${repeat#*$'\n'}" = "$first" ] || fail "client $client got another answer to a repeat: $repeat"
    different=$(sort -u "$scratch/acknowledged-$client" | wc -l)
    [ "$different" = "$each" ] || fail "client $client has $different different acknowledgements of $each"
    answer=$(post "last-$client" "/v1/pilots/$(id_of_pilot "$client")/lessons" "$lesson")
    version=$(sed -n 's/.*"version":\([0-9]*\).*/\1/p' <<<"$answer")
    stored=$((stored + version - 1))
done
echo "acknowledged $(acknowledged), stored $stored"
[ "$stored" = "$(acknowledged)" ] || fail "what is stored is not what was acknowledged"

echo "every acknowledged command is stored exactly once"
stop
trap - EXIT
rm -rf "$scratch"
