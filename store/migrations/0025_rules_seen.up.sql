-- Under which rules and registers an open case was last looked at: nothing of it is proposed twice.
create table rules_seen (
  case_id text primary key references cases (id),
  digest text not null,
  at timestamptz not null
);
