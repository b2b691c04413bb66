-- A page of office policy that people set aside for one case until a day, and who stood behind it. Both are kept for ever.
create table overrides (
  id text primary key,
  case_id text not null references cases (id),
  page text not null,
  kind text not null check (kind = 'policy'),
  reason text not null,
  expires_on date not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index overrides_of_case on overrides (case_id, id);

create table override_seconds (
  override_id text primary key references overrides (id),
  by_person text not null references persons (id),
  role text not null,
  reason text,
  at timestamptz not null
);

create trigger overrides_kept before update or delete on overrides for each row execute function refuse_change();
create trigger overrides_not_truncated before truncate on overrides execute function refuse_change();
create trigger override_seconds_kept before update or delete on override_seconds for each row execute function refuse_change();
create trigger override_seconds_not_truncated before truncate on override_seconds execute function refuse_change();
