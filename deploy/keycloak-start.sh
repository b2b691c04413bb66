#!/bin/sh
set -eu
KC_DB_PASSWORD=$(cat /run/secrets/keycloak-db-password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(cat /run/secrets/keycloak-admin-password)
OIDC_CLIENT_SECRET=$(cat /run/secrets/oidc-client-secret)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD OIDC_CLIENT_SECRET
exec /opt/keycloak/bin/kc.sh start --import-realm
