#!/bin/bash
# Gives the roles their passwords; run by the PostgreSQL image after roles.sql, when its data folder is new.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set=owner="$LEERSPOOR_DB_OWNER_PASSWORD" \
    --set=command="$LEERSPOOR_DB_COMMAND_PASSWORD" \
    --set=keys="$LEERSPOOR_DB_KEYS_PASSWORD" \
    --set=projector="$LEERSPOOR_DB_PROJECTOR_PASSWORD" \
    --set=query="$LEERSPOOR_DB_QUERY_PASSWORD" \
    --set=sealer="$LEERSPOOR_DB_SEALER_PASSWORD" \
    --set=webhook="$LEERSPOOR_DB_WEBHOOK_PASSWORD" <<'SQL'
alter role leerspoor_owner password :'owner';
alter role leerspoor_command password :'command';
alter role leerspoor_keys password :'keys';
alter role leerspoor_projector password :'projector';
alter role leerspoor_query password :'query';
alter role leerspoor_sealer password :'sealer';
alter role leerspoor_webhook password :'webhook';
SQL
