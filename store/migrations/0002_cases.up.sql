create table cases (
  id text primary key,
  reference text not null,
  title text,
  requesting_state text not null,
  unit_id text not null references units (id),
  opened_by text not null references persons (id),
  opened_at timestamptz not null,
  version integer not null default 1,
  state text not null default 'OPEN',
  salt text not null
);
create index cases_of_unit on cases (unit_id, id);

create table case_items (
  case_id text not null references cases (id),
  id text not null,
  position integer not null,
  primary key (case_id, id)
);

create table case_members (
  case_id text not null references cases (id),
  person_id text not null references persons (id),
  access text not null,
  since timestamptz not null,
  primary key (case_id, person_id)
);
create index case_members_of_person on case_members (person_id, case_id);

create table decisions (
  id text primary key,
  case_id text not null references cases (id),
  kind text not null,
  fact text not null,
  item text,
  value jsonb not null,
  document_ref text not null,
  document_sha256 text,
  decided_on date not null,
  reason text not null,
  second_roles text[],
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index decisions_of_case on decisions (case_id, id);

create table decision_seconds (
  decision_id text primary key references decisions (id),
  by_person text not null references persons (id),
  role text not null,
  reason text,
  at timestamptz not null
);

create table fact_versions (
  id text primary key,
  case_id text not null references cases (id),
  case_version integer not null,
  position integer not null,
  fact text not null,
  item text,
  known boolean not null,
  value jsonb,
  source text not null,
  by_person text not null,
  role text not null,
  decision_id text references decisions (id),
  at timestamptz not null,
  unique (case_id, case_version, position)
);
create index fact_versions_latest on fact_versions (case_id, fact, item, case_version desc, position desc);

create table determinations (
  id text primary key,
  case_id text not null references cases (id),
  case_version integer not null,
  digest text not null,
  rule_set_digest text not null,
  as_of date not null,
  cause text not null,
  frame jsonb not null,
  result jsonb not null,
  prose text not null,
  by_actor jsonb not null,
  at timestamptz not null
);
create index determinations_of_case on determinations (case_id, id);

create trigger decisions_kept before update or delete on decisions for each row execute function refuse_change();
create trigger decisions_not_truncated before truncate on decisions execute function refuse_change();
create trigger seconds_kept before update or delete on decision_seconds for each row execute function refuse_change();
create trigger seconds_not_truncated before truncate on decision_seconds execute function refuse_change();
create trigger facts_kept before update or delete on fact_versions for each row execute function refuse_change();
create trigger facts_not_truncated before truncate on fact_versions execute function refuse_change();
create trigger determinations_kept before update or delete on determinations for each row execute function refuse_change();
create trigger determinations_not_truncated before truncate on determinations execute function refuse_change();
