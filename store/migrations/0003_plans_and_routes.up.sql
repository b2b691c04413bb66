create table plans (
  id text primary key,
  case_id text not null references cases (id),
  determination_id text not null references determinations (id),
  digest text not null,
  base_digest text,
  base_plan_id text references plans (id),
  state text not null,
  lots jsonb not null,
  difference jsonb not null,
  chosen_by jsonb not null,
  created_at timestamptz not null,
  activated_at timestamptz,
  activated_by jsonb,
  reason text
);
create index plans_of_case on plans (case_id, id);
create unique index plans_one_active on plans (case_id) where state = 'ACTIVE';

create table routes (
  id text primary key,
  case_id text not null references cases (id),
  workflow_id text not null unique,
  family text not null,
  route text not null,
  measure text not null,
  addressee text not null,
  items text[] not null,
  drafters text[] not null,
  created_at timestamptz not null,
  seq integer not null default 0,
  state text not null default 'DRAFT',
  waits_for text,
  next_at timestamptz,
  moved_at timestamptz not null,
  reason text not null
);
create index routes_of_case on routes (case_id, id);

-- Which lot a route has in which plan, and what adopting that plan does to the route.
create table plan_routes (
  plan_id text not null references plans (id),
  route_id text not null,
  lot_key text not null,
  lot jsonb not null,
  slice_digest text not null,
  effect text not null,
  approvals_void boolean not null default false,
  primary key (plan_id, route_id)
);
create index plan_routes_of_route on plan_routes (route_id, plan_id);

create table route_moves (
  route_id text not null references routes (id),
  seq integer not null,
  state text not null,
  waits_for text,
  next_at timestamptz,
  reason text not null,
  at timestamptz not null,
  primary key (route_id, seq)
);

create table documents (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  plan_id text not null references plans (id),
  version integer not null,
  digest text not null,
  slice_digest text not null,
  language text not null,
  fields text not null,
  rendered_at timestamptz not null,
  unique (route_id, version)
);

create table document_files (
  document_id text not null references documents (id),
  form text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  primary key (document_id, form, media_type)
);

create trigger moves_kept before update or delete on route_moves for each row execute function refuse_change();
create trigger moves_not_truncated before truncate on route_moves execute function refuse_change();
create trigger documents_kept before update or delete on documents for each row execute function refuse_change();
create trigger documents_not_truncated before truncate on documents execute function refuse_change();
create trigger files_kept before update or delete on document_files for each row execute function refuse_change();
create trigger files_not_truncated before truncate on document_files execute function refuse_change();
