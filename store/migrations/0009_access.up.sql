-- A person with a conflict of interest in a case: sees nothing of it and signs nothing in it from here on.
create table conflicts (
  id text primary key,
  case_id text not null references cases (id),
  person_id text not null references persons (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index conflicts_of_person on conflicts (person_id, case_id);
create index conflicts_of_case on conflicts (case_id, id);

create table conflict_ends (
  conflict_id text primary key references conflicts (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);

-- Material that opens only to who says why: one file, or the whole case where no file is named.
create table sensitive_marks (
  id text primary key,
  case_id text not null references cases (id),
  evidence_id text references evidence (id),
  kind text not null,
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index sensitive_marks_of_case on sensitive_marks (case_id, id);

create table sensitive_mark_ends (
  mark_id text primary key references sensitive_marks (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);

-- Who was refused what, and what of the matrix was lacking then; never whether the thing existed.
create table refusals (
  id text primary key,
  person_id text not null references persons (id),
  at timestamptz not null,
  method text not null,
  address text not null,
  action text not null,
  code text not null,
  lines jsonb not null
);

-- Who read what of which cases.
create table reads (
  id text primary key,
  person_id text not null references persons (id),
  at timestamptz not null,
  action text not null,
  address text not null,
  thing text,
  case_ids text[] not null,
  reason text
);
create index reads_of_cases on reads using gin (case_ids);
create index reads_of_person on reads (person_id, id);

-- What the overseer is told (specification E.2-7); the key keeps one occurrence from being told twice.
create table alerts (
  id text primary key,
  key text not null unique,
  kind text not null,
  case_id text references cases (id),
  subject_kind text not null,
  subject_id text not null,
  says text not null,
  at timestamptz not null
);

create table alert_acknowledgements (
  alert_id text primary key references alerts (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);

create trigger conflicts_kept before update or delete on conflicts for each row execute function refuse_change();
create trigger conflicts_not_truncated before truncate on conflicts execute function refuse_change();
create trigger conflict_ends_kept before update or delete on conflict_ends for each row execute function refuse_change();
create trigger conflict_ends_not_truncated before truncate on conflict_ends execute function refuse_change();
create trigger marks_kept before update or delete on sensitive_marks for each row execute function refuse_change();
create trigger marks_not_truncated before truncate on sensitive_marks execute function refuse_change();
create trigger mark_ends_kept before update or delete on sensitive_mark_ends for each row execute function refuse_change();
create trigger mark_ends_not_truncated before truncate on sensitive_mark_ends execute function refuse_change();
create trigger refusals_kept before update or delete on refusals for each row execute function refuse_change();
create trigger refusals_not_truncated before truncate on refusals execute function refuse_change();
create trigger reads_kept before update or delete on reads for each row execute function refuse_change();
create trigger reads_not_truncated before truncate on reads execute function refuse_change();
create trigger alerts_kept before update or delete on alerts for each row execute function refuse_change();
create trigger alerts_not_truncated before truncate on alerts execute function refuse_change();
create trigger acknowledgements_kept before update or delete on alert_acknowledgements for each row execute function refuse_change();
create trigger acknowledgements_not_truncated before truncate on alert_acknowledgements execute function refuse_change();
