#!/bin/sh
# Runs once, on an empty volume: one role and one database for each part, and no part may look into another's. The tables of
# rogatory belong to a role that only migrates: the one that runs cannot take off what keeps the record from being changed.
set -eu
role() {
  password=$(cat "/run/secrets/$1-db-password")
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v role="$1" -v password="$password" <<'SQL'
create role :"role" login password :'password';
SQL
}
database() {
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v name="$1" -v role="$2" <<'SQL'
create database :"name" owner :"role" encoding 'UTF8' template template0;
revoke all on database :"name" from public;
SQL
}
for name in rogatory rogatory-owner temporal keycloak; do role "$name"; done
database rogatory rogatory-owner
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c 'grant connect on database rogatory to rogatory'
database temporal temporal
database temporal_visibility temporal
database keycloak keycloak
