-- Other systems that are told what happens in the cases of a unit. What they are told is the record itself (audit_entries): a row
-- here only says how far each was told. The address may hold a token, so it is sealed as the secret is.
create table webhooks (
  id text primary key,
  unit_id text not null references units (id),
  url bytea not null,
  secret bytea,
  registered_by text not null references persons (id),
  role text not null,
  registered_at timestamptz not null,
  -- Sequence of the last entry that was told, or passed over.
  told_up_to bigint not null,
  -- Not before then; in the future while a delivery is at work.
  try_at timestamptz not null,
  attempts integer not null default 0,
  failing_since timestamptz,
  last_failure text,
  -- A person was told that it fails.
  reported_at timestamptz,
  ended_at timestamptz,
  check ((ended_at is null) = (secret is not null)),
  check ((failing_since is null) = (attempts = 0))
);
create index webhooks_due on webhooks (try_at) where ended_at is null;

-- What it is stays; how far it was told moves; an end is for ever.
create function webhook_kept() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null
     or (old.id, old.unit_id, old.url, old.registered_by, old.role, old.registered_at)
        is distinct from (new.id, new.unit_id, new.url, new.registered_by, new.role, new.registered_at)
     or (new.secret is not null and old.secret is distinct from new.secret) then
    raise exception 'web-hook % cannot be changed', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger webhook_kept before update on webhooks for each row execute function webhook_kept();
create trigger webhooks_not_deleted before delete on webhooks for each row execute function refuse_change();
create trigger webhooks_not_truncated before truncate on webhooks execute function refuse_change();
