#!/bin/sh
# The server reads its password from the environment only; it comes from a file here, so that no definition holds it.
set -eu
POSTGRES_PWD=$(cat /run/secrets/temporal-db-password)
export POSTGRES_PWD
services=
for name in $(echo "$SERVICES" | tr ',' ' '); do services="$services --service $name"; done
# shellcheck disable=SC2086
exec temporal-server start $services
