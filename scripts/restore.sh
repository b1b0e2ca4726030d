#!/usr/bin/env bash
# Makes a data directory from a backup and the archive, ready to start. Run it as the user who will run the server.
#
#   scripts/restore.sh /srv/backups/<moment> /srv/archive /new/data
#   scripts/restore.sh … --until '2026-11-27 14:05:00+01'   to the last commit before that moment
#   scripts/restore.sh … --wal /old/data/pg_wal             with what the old server had not archived yet
#
# The new server does not archive, so that a trial can't spoil the archive; see "Restore" in docs/operations.md for what
# to do next. Environment: PGBIN, where the programs of PostgreSQL are; LIMIT, the most seconds that it may take (3600).
set -euo pipefail

usage() {
    sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 64
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

[ $# -ge 3 ] || usage
backup=$1
archive=$2
data=$3
shift 3
until=
left=
while [ $# -gt 0 ]; do
    case "$1:$#" in
        --until:1 | --wal:1) usage ;;
        --until:*) until=$2 ;;
        --wal:*) left=$2 ;;
        *) usage ;;
    esac
    shift 2
done
deadline=$((SECONDS + ${LIMIT:-3600}))

[ -f "$backup/backup_label" ] || fail "$backup is not a backup"
[ ! -L "$backup/pg_wal" ] || fail "the backup's pg_wal is a link: its server may still write there"
for folder in "$archive" ${left:+"$left"}; do
    [ -d "$folder" ] && [ -r "$folder" ] && [ -x "$folder" ] || fail "there is no folder $folder, or not for $(id -un)"
done
[ -z "$until" ] || grep -Eq '^[0-9-]{10}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9:]{2,5})$' <<<"$until" \
    || fail "a moment has a date, a time and an offset from UTC: '2026-11-27 14:05:00+01'"
[ ! -e "$data" ] || [ -z "$(ls -A "$data")" ] || fail "$data is not empty"
# at its start PostgreSQL does not know yet what Z is
until=${until/%Z/+00}
major=$(cat "$backup/PG_VERSION")
bin=${PGBIN:-/usr/lib/postgresql/$major/bin}
[ -x "$bin/postgres" ] || bin=$(dirname "$(command -v postgres || echo /)")
case $("$bin/postgres" --version 2>/dev/null || true) in
    "postgres (PostgreSQL) $major"[.\ ]*) ;;
    *) fail "PostgreSQL $major is not installed, or PGBIN does not say where" ;;
esac
# PostgreSQL refuses to run as root, which is who one is in many a container
server=("$bin/postgres")
[ "$(id -u)" != 0 ] || server=(unshare --user "$bin/postgres")

# recovery takes a missing segment for the end
segments=("$archive")
[ -z "$left" ] || segments+=("$left")
first=$(sed -n 's/^START WAL LOCATION: .* (file \([0-9A-F]\{24\}\))$/\1/p' "$backup/backup_label")
found=$(find "${segments[@]}" -maxdepth 1 -name '????????????????????????' -printf '%f %s\n' | sort -u) \
    || fail "the archive can't be read"
expected=
while read -r name size; do
    [[ ! $name < $first ]] && [ "${name:0:8}" = "${first:0:8}" ] || continue
    number=$((16#${name:8:8} * (0x100000000 / size) + 16#${name:16:8}))
    [ "$number" = "${expected:=$number}" ] || fail "the archive has no segment just before $name"
    expected=$((number + 1))
done <<<"$found"
[ -n "$expected" ] || fail "the archive has nothing from $first on"

mkdir -p -m 700 "$data"
data=$(realpath "$data")
scratch=$(mktemp -d)
recovering=
stop() {
    if [ -n "$recovering" ]; then
        kill -INT "$recovering" 2>/dev/null || true
        wait "$recovering" || true
    fi
    rm -rf "$scratch"
}
trap stop EXIT
cp -a "$backup/." "$data"
touch "$data/recovery.signal" "$scratch/postgresql.conf" "$scratch/ident.conf"
echo 'local all all reject' >"$scratch/hba.conf"

fetch() {
    local folder
    folder=$(printf '%q' "$(realpath "$1")")
    echo "cp ${folder//%/%%}/%f %p"
}
restore_command=$(fetch "$archive")
[ -z "$left" ] || restore_command+=" || $(fetch "$left")"

# on the command line, because these go before what the backup brings along; nobody can connect meanwhile
private=(-D "$data" -c config_file="$scratch/postgresql.conf" -c hba_file="$scratch/hba.conf"
    -c ident_file="$scratch/ident.conf" -c listen_addresses= -c unix_socket_directories="$scratch" -c archive_mode=off
    -c log_error_verbosity=terse -c logging_collector=off -c log_destination=stderr)
"${server[@]}" "${private[@]}" -c hot_standby=off -c recovery_target_action=promote \
    -c restore_command="$restore_command" ${until:+-c recovery_target_time="$until"} >"$scratch/log" 2>&1 &
recovering=$!
until [ "$(sed -n '8s/ *$//p' "$data/postmaster.pid" 2>/dev/null)" = ready ]; do
    if ! kill -0 "$recovering" 2>/dev/null; then
        recovering=
        tail -5 "$scratch/log" >&2
        ! grep -q 'before configured recovery target was reached' "$scratch/log" \
            || fail "nothing was committed after $until: leave --until out to restore all there is"
        fail "PostgreSQL can't recover"
    fi
    [ "$SECONDS" -lt "$deadline" ] || fail "not done after ${LIMIT:-3600} s: $(tail -1 "$scratch/log")"
    sleep 0.2
done
kill -INT "$recovering"
wait "$recovering" || true
recovering=

"${server[@]}" --single "${private[@]}" postgres <<<'alter system set archive_mode = off' >>"$scratch/log" 2>&1 \
    || fail "the restored server does not run: $(tail -1 "$scratch/log")"
sed -n 's/^.*\(recovery stopping before .*\|last completed transaction .*\)$/\1/p' "$scratch/log"
echo "restored to $data"
