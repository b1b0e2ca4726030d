#!/usr/bin/env bash
# Backs a running PostgreSQL up, while it is used. Run it on the server's machine as the server's user.
#
#   scripts/back-up.sh /srv/backups
#
# makes /srv/backups/<moment>, a data directory for scripts/restore.sh, with pg_basebackup of the server's major version
# where that is installed, and otherwise by copying files between pg_backup_start and pg_backup_stop. It is done when the
# archive has all that was written until the end of it; see "Back up" in docs/operations.md for the archive.
#
# Environment: PGHOST, PGPORT, PGUSER, PGDATABASE … as psql knows them, for a superuser; PSQL, another psql; PGBIN, where
# the programs of PostgreSQL are; LIMIT, how many seconds it waits for the server or the archive (300).
set -euo pipefail

usage() {
    sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 64
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

[ $# = 1 ] || usage
limit=${LIMIT:-300}
mkdir -p "$1"
backup=$(realpath "$1")/$(date -u +%Y-%m-%dT%H-%M-%SZ)
unfinished=$backup.unfinished
[ ! -e "$backup" ] && [ ! -e "$unfinished" ] || fail "there is a backup of this second"

# one session for all, because the server forgets about a backup when the session that started it ends
trap '' PIPE
coproc SESSION { exec ${PSQL:-psql} -XAtq -v ON_ERROR_STOP=1; }
exec {questions}>&"${SESSION[1]}" {answers}<&"${SESSION[0]}"

# ask <query>: the query is one line, and so is its answer
ask() {
    local status=0
    { echo "$1;" >&"$questions" && IFS= read -r -t "$limit" answer <&"$answers"; } 2>/dev/null || status=$?
    [ "$status" -le 128 ] || fail "the server does not answer this within $limit s: $1"
    [ "$status" = 0 ] || fail "the session with the server ended at: $1"
}

copy_files() {
    local data label
    ask "show data_directory"
    data=$answer
    [ -r "$data/PG_VERSION" ] || fail "the server's files are not here, or not for $(id -un): $data"
    [ ! -L "$data/pg_wal" ] || fail "pg_wal is a link to another disk: install pg_basebackup $major"
    [ -z "$(ls "$data/pg_tblspc")" ] || fail "there are tablespaces: install pg_basebackup $major"
    ask "select pg_backup_start('leerspoor', fast => true)"
    # files change meanwhile; the WAL makes them whole again. What a server makes anew at its start is left out.
    tar --create --file - --directory "$data" --warning=no-file-changed --warning=no-file-removed --anchored \
        --exclude='./pg_wal/*' --exclude='./pg_replslot/*' --exclude='./pg_dynshmem/*' --exclude='./pg_notify/*' \
        --exclude='./pg_serial/*' --exclude='./pg_snapshots/*' --exclude='./pg_stat_tmp/*' --exclude='./pg_subtrans/*' \
        --exclude='./log/*' --exclude=./postmaster.pid --exclude=./postmaster.opts --exclude=./global/pg_control \
        --no-anchored --exclude='pgsql_tmp*' --exclude='pg_internal.init*' . | tar --extract --directory "$unfinished" \
        || [ "${PIPESTATUS[*]}" = "1 0" ] || fail "the files can't be copied"
    cp -p "$data/global/pg_control" "$unfinished/global/"
    ask "select translate(encode(convert_to(labelfile, 'UTF8'), 'base64'), E'\n', '') from pg_backup_stop(false)"
    label=$answer
    base64 --decode <<<"$label" >"$unfinished/backup_label"
}

ask "select current_setting('server_version_num')::int / 10000"
major=$answer
ask "select count(*) from pg_settings where name = 'archive_mode' and setting <> 'off'"
[ "$answer" = 1 ] || fail "archive_mode is off: see \"Back up\" in docs/operations.md"

base_backup=
for program in "${PGBIN:-/usr/lib/postgresql/$major/bin}/pg_basebackup" "$(command -v pg_basebackup || true)"; do
    case $("$program" --version 2>/dev/null || true) in
        "pg_basebackup (PostgreSQL) $major."*)
            base_backup=$program
            break
            ;;
    esac
done

mkdir -m 700 "$unfinished"
trap 'rm -rf "$unfinished"' EXIT
if [ -n "$base_backup" ]; then
    "$base_backup" --pgdata "$unfinished" --checkpoint=fast --no-password --label=leerspoor
else
    copy_files
fi

# on a server where nobody writes this is the very end of a segment, which PostgreSQL 17 and later take for the next one
ask "select pg_walfile_name(pg_switch_wal() - 1)"
last=$answer
ask "select failed_count + 3 from pg_stat_archiver"
too_often=$answer
deadline=$((SECONDS + limit))
answer=
while [ "$answer" != archived ]; do
    [ "$answer" != failing ] || fail "archive_command fails; the server's log says why"
    [ "$SECONDS" -lt "$deadline" ] || fail "the archive does not have $last after $limit s; the server's log may say why"
    sleep 0.2
    ask "select case when last_archived_wal >= '$last' then 'archived' when failed_count >= $too_often then 'failing' end from pg_stat_archiver"
done

sync --file-system "$unfinished"
mv "$unfinished" "$backup"
trap - EXIT
echo "$backup"
