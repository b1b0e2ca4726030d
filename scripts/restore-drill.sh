#!/usr/bin/env bash
# Restores the newest backup beside the running server, compares its events with the server's, and throws it away. Run it
# on a machine that has the backups and the archive and that may connect to the server.
#
#   scripts/restore-drill.sh /srv/backups /srv/archive [--until '2026-11-27 14:05:00+01']
#
# Environment: as for scripts/back-up.sh and scripts/restore.sh; TMPDIR, where there is room for the whole database;
# LEERSPOOR_SHRED_REGISTER, the folder of the register of erasures, to see whom the next start would erase again.
set -euo pipefail
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
    sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 64
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

[ $# = 2 ] || { [ $# = 4 ] && [ "$3" = --until ]; } || usage
backup=$(find "$1" -mindepth 1 -maxdepth 1 -type d -name '*Z' | sort | tail -1)
[ -n "$backup" ] || fail "there is no backup in $1"
archive=$2
shift 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PGDATABASE=${PGDATABASE:-leerspoor}

begin=$SECONDS
"$scripts/restore.sh" "$backup" "$archive" "$scratch/data" "$@"
took=$((SECONDS - begin))

bin=${PGBIN:-/usr/lib/postgresql/$(cat "$backup/PG_VERSION")/bin}
[ -x "$bin/postgres" ] || bin=$(dirname "$(command -v postgres)")
restored=("$bin/postgres")
[ "$(id -u)" != 0 ] || restored=(unshare --user "$bin/postgres")
touch "$scratch/postgresql.conf"

# of_restored <query>: asks without a server, so that nobody else can; the query is one line with one value
of_restored() {
    "${restored[@]}" --single -D "$scratch/data" -c config_file="$scratch/postgresql.conf" "$PGDATABASE" \
        2>"$scratch/log" <<<"select ($1)::text as answer" | sed -n 's/^[[:space:]]*1: answer = "\(.*\)".*/\1/p'
}

of_server() {
    ${PSQL:-psql} -XAtq -v ON_ERROR_STOP=1 <<<"select ($1)::text;"
}

# expect <what> <wanted> <query>
expect() {
    local is
    is=$(of_restored "$3") || fail "$1: $(tail -1 "$scratch/log")"
    [ "$is" = "$2" ] || fail "$1: $is; $(tail -1 "$scratch/log")"
}

# rows_of_restored <select>: the text that each row is
rows_of_restored() {
    "${restored[@]}" --single -D "$scratch/data" -c config_file="$scratch/postgresql.conf" "$PGDATABASE" \
        2>"$scratch/log" <<<"$1" | sed -n 's/^[[:space:]]*1: line = "\(.*\)"\t.*/\1/p'
}

in_base64() {
    echo "translate(encode($1, 'base64'), chr(10), '')"
}

# the restored log as an export, which the verifier reads
export_restored() {
    echo '{"format":"leerspoor-log-1","events":"leerspoor-event-1"}'
    rows_of_restored "select '{\"checkpoint\":' || to_json(note)::text || '}' as line from eventstore.log_checkpoint order by number desc limit 1"
    rows_of_restored "select format('{\"position\":%s,\"eventId\":\"%s\",\"stream\":\"%s\",\"version\":%s,\"streamType\":\"%s\",\"name\":\"%s\",\"revision\":\"%s\",\"payload\":\"%s\",\"metadata\":\"%s\",\"timestamp\":\"%s\"}', global_index, event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload_revision, $(in_base64 payload), $(in_base64 meta_data), time_stamp) as line from $events order by global_index"
    echo "{\"end\":${compared% *}}"
}

events=eventstore.domain_event_entry
head=$(of_restored "select coalesce(max(global_index), 0) from $events") || head=
[ -n "$head" ] || fail "the restored database does not answer: $(tail -1 "$scratch/log")"
digest="select count(*) || ' ' || md5(string_agg(md5(e::text), '' order by e.global_index)) from $events e where e.global_index <= $head"
compared=$(of_server "$digest")
expect "the restored events differ from the server's, $compared" "$compared" "$digest"
expect "streams with a hole" 0 \
    "select count(*) from (select from $events group by aggregate_identifier having count(*) <> max(sequence_number) + 1) s"
expect "views that are ahead of the events" 0 "select count(*) from query.applied where position > $head"
registered=
if [ -n "${LEERSPOOR_SHRED_REGISTER:-}" ]; then
    register=$LEERSPOOR_SHRED_REGISTER/shred-register
    [ -r "$register" ] || fail "there is no shred register $register that $(id -un) can read"
    people="'{$(sed '1d' "$register" | cut -d ' ' -f 2 | paste -sd ,)}'::uuid[]"
    expect "erasures that the shred register lacks" 0 \
        "select count(*) from keys.person_key where destroyed_at is not null and person_id <> all ($people)"
    again=$(of_restored "select count(*) from keys.person_key where destroyed_at is null and person_id = any ($people)")
    registered="; at its start $again people would be erased again"
fi
proven="not checked against a checkpoint: VERIFIER and CHECKPOINTS are not set"
if [ -n "${VERIFIER:-}" ] && [ -n "${CHECKPOINTS:-}" ]; then
    # a checkpoint is of so many events as its second line says; those made after the backup say nothing of it
    kept=()
    for checkpoint in "$CHECKPOINTS"/checkpoint*; do
        [ "$(sed -n 2p "$checkpoint")" -gt "${compared% *}" ] || kept+=(--checkpoint "$checkpoint")
    done
    export_restored > "$scratch/log.ndjson"
    # the command is of several words
    # shellcheck disable=SC2086
    proven=$($VERIFIER verify --key "$CHECKPOINTS/key" ${kept[@]+"${kept[@]}"} "$scratch/log.ndjson") || fail "the restored log: $proven"
    proven="$proven ($((${#kept[@]} / 2)) checkpoints from outside)"
fi
echo "$proven"
after=$(of_server "select count(*) from $events where global_index > $head")
echo "restored $backup in $took s: ${compared% *} events up to position $head, equal to the server's; it has $after after that$registered"
