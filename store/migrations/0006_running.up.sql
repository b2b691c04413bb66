create table clocks (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  term_id text not null,
  event text not null,
  title text not null,
  nature text not null,
  reference text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  provisional boolean not null,
  derivation jsonb not null,
  rungs jsonb not null,
  stopped_at timestamptz,
  stop_why text,
  unique (route_id, term_id, started_at)
);
create index clocks_running on clocks (ends_at, id) where stopped_at is null;

create table reminders (
  route_id text not null references routes (id),
  key text not null,
  case_id text not null references cases (id),
  tell text not null,
  what text not null,
  says text not null,
  due_at timestamptz not null,
  at timestamptz not null,
  primary key (route_id, key)
);

create table incidents (
  route_id text not null references routes (id),
  key text not null,
  case_id text not null references cases (id),
  code text not null,
  says text not null,
  at timestamptz not null,
  primary key (route_id, key)
);

-- What is still to be told to a workflow. The id is the request id of the update.
create table relay (
  id text primary key,
  position bigint generated always as identity,
  case_id text not null references cases (id),
  workflow_id text not null,
  update_name text not null,
  payload jsonb not null,
  state text not null default 'WAITING',
  attempts integer not null default 0,
  created_at timestamptz not null,
  try_at timestamptz not null,
  settled_at timestamptz,
  outcome jsonb
);
create index relay_waiting on relay (workflow_id, position) where state = 'WAITING';
