create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create table units (
  id text primary key,
  label text not null,
  state text not null
);

create table persons (
  id text primary key,
  unit_id text not null references units (id),
  label text not null,
  active boolean not null default true
);

create table person_roles (
  person_id text not null references persons (id),
  role text not null,
  primary key (person_id, role)
);

create table access_tokens (
  token_sha256 text primary key,
  person_id text not null references persons (id),
  expires_at timestamptz
);

create table audit_entries (
  sequence bigint primary key,
  at timestamptz not null,
  verb text not null,
  actor jsonb not null,
  subject_kind text not null,
  subject_id text not null,
  case_id text,
  reason text,
  old_digest text,
  new_digest text,
  body text not null,
  previous_hash text not null,
  hash text not null unique
);
create index audit_entries_of_case on audit_entries (case_id, sequence);
create index audit_entries_of_subject on audit_entries (subject_kind, subject_id, sequence);

-- Gapless, and each entry on the one before it: also for who writes with SQL of his own.
create function audit_follows() returns trigger language plpgsql as $$
declare
  last_sequence bigint;
  last_hash text;
begin
  select sequence, hash into last_sequence, last_hash from audit_entries order by sequence desc limit 1;
  if new.sequence <> coalesce(last_sequence, 0) + 1 or new.previous_hash <> coalesce(last_hash, '') then
    raise exception 'audit entry % does not follow %', new.sequence, coalesce(last_sequence, 0)
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger audit_follows before insert on audit_entries for each row execute function audit_follows();
create trigger audit_kept before update or delete on audit_entries for each row execute function refuse_change();
create trigger audit_not_truncated before truncate on audit_entries execute function refuse_change();

create table idempotency_keys (
  person_id text not null,
  key text not null,
  fingerprint text not null,
  claimed_at timestamptz not null,
  response jsonb,
  primary key (person_id, key)
);
