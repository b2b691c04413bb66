-- What a case holds is readable only under its own data key, which a key of the ring outside the database wraps.
do $$ begin
  if exists (select from cases) then
    raise exception 'This store holds cases that were written before content was encrypted. Begin with an empty store.';
  end if;
end $$;

create table data_keys (
  id text primary key,
  purpose text not null check (purpose in ('CASE', 'BLIND_INDEX', 'ANSWERS')),
  case_id text unique references cases (id),
  kek_id text,
  wrapped bytea,
  made_at timestamptz not null,
  -- A destroyed key leaves its row: what it was, and that it is gone.
  destroyed_at timestamptz,
  wrapped_sha256 text,
  check ((purpose = 'CASE') = (case_id is not null)),
  check ((destroyed_at is null) = (wrapped is not null and kek_id is not null)),
  check ((destroyed_at is null) = (wrapped_sha256 is null))
);
create unique index data_keys_of_house on data_keys (purpose) where case_id is null;
create index data_keys_by_ring_key on data_keys (kek_id, id) where wrapped is not null;

-- Wrapped anew by another key of the ring, or destroyed; never anything else, and destroyed is for ever.
create function data_key_kept() returns trigger language plpgsql as $$
begin
  if old.destroyed_at is not null
     or (old.id, old.purpose, old.made_at) is distinct from (new.id, new.purpose, new.made_at)
     or old.case_id is distinct from new.case_id then
    raise exception 'data key % cannot be changed', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger data_key_kept before update on data_keys for each row execute function data_key_kept();
create trigger data_keys_not_deleted before delete on data_keys for each row execute function refuse_change();
create trigger data_keys_not_truncated before truncate on data_keys execute function refuse_change();

-- HMAC of an identifier under a key of the house: says that two are the same, not what they are.
create table blind_identifiers (
  case_id text not null references cases (id),
  item text not null,
  mac bytea not null,
  primary key (case_id, item, mac)
);
create index blind_identifiers_by_mac on blind_identifiers (mac);

-- Asked for by one person, done by another. The reason stays: it is what answers for the deletion.
create table erasures (
  id text primary key,
  case_id text not null references cases (id),
  ground text not null,
  ended_on date not null,
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index erasures_of_case on erasures (case_id, id);

create table erasure_seconds (
  erasure_id text primary key references erasures (id),
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null,
  proof jsonb not null,
  proof_digest text not null
);
create trigger erasures_kept before update or delete on erasures for each row execute function refuse_change();
create trigger erasures_not_truncated before truncate on erasures execute function refuse_change();
create trigger erasure_seconds_kept before update or delete on erasure_seconds for each row execute function refuse_change();
create trigger erasure_seconds_not_truncated before truncate on erasure_seconds execute function refuse_change();

alter table cases alter column title type bytea using null, alter column salt type bytea using null;
alter table decisions
  alter column value type bytea using null,
  alter column document_ref type bytea using null,
  alter column reason type bytea using null;
alter table decision_seconds alter column reason type bytea using null;
alter table overrides alter column reason type bytea using null;
alter table override_seconds alter column reason type bytea using null;
alter table fact_versions alter column value type bytea using null, alter column source type bytea using null;
alter table determinations
  alter column frame type bytea using null,
  alter column result type bytea using null,
  alter column prose type bytea using null;
alter table plans alter column reason type bytea using null;
alter table documents alter column fields type bytea using null;
alter table document_files add column size integer not null default 0;
alter table document_files alter column size drop default;
alter table tickets alter column reason type bytea using null;
alter table votes alter column reason type bytea using null;
alter table holds alter column reason type bytea using null;
alter table withdrawals alter column reason type bytea using null;
alter table dispatches alter column means type bytea using null, alter column reference type bytea using null;
alter table replies alter column reference type bytea using null, alter column says type bytea using null;
alter table route_reports alter column ref type bytea using null, alter column finding type bytea using null;
alter table evidence alter column file_name type bytea using null;
alter table relay alter column payload type bytea using null, alter column outcome type bytea using null;
delete from idempotency_keys;
alter table idempotency_keys alter column response type bytea using null;
alter table idempotency_keys add column case_id text;
