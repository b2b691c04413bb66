#!/bin/sh
# Brings Temporal's two schemas to what its server needs. Run before the first start and before each upgrade.
set -eu
SQL_PASSWORD=$(cat /run/secrets/temporal-db-password)
export SQL_PASSWORD
for part in temporal:postgresql/v12/temporal temporal_visibility:postgresql/v12/visibility; do
  database=${part%%:*}
  schema=${part#*:}
  temporal-sql-tool --db "$database" setup-schema -v 0.0 || true
  temporal-sql-tool --db "$database" update-schema --schema-name "$schema"
done
