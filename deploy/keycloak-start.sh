#!/bin/sh
set -eu
KC_DB_PASSWORD=$(cat /run/secrets/keycloak-db-password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(cat /run/secrets/keycloak-admin-password)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD
exec /opt/keycloak/bin/kc.sh start
