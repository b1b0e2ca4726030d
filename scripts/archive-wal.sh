#!/usr/bin/env bash
# Keeps one finished WAL segment in the archive. PostgreSQL calls it, and throws a segment away only when it answers 0:
#
#   archive_command = '/opt/leerspoor/scripts/archive-wal.sh /srv/archive %p %f'
#
# A segment is in the archive whole and on disk, or not at all.
set -euo pipefail

[ $# = 3 ] || { sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 64; }
archive=$1
segment=$2
kept=$1/$3

if [ -e "$kept" ]; then
    # PostgreSQL asks again when it did not hear the answer; another server must not write here
    cmp --silent "$segment" "$kept" && sync "$kept" "$archive" && exit 0
    echo "$kept is there already, with other content: does another server use this archive?" >&2
    exit 1
fi
cp "$segment" "$kept.unfinished"
sync "$kept.unfinished"
mv "$kept.unfinished" "$kept"
sync "$archive"
