-- Units and machines are founded, changed and closed by four eyes, as persons are.
create table office_changes (
  id text primary key,
  kind text not null check (kind in ('unit', 'machine')),
  subject_id text not null,
  change jsonb not null,
  reason text not null,
  proposed_by text not null references persons (id),
  proposed_at timestamptz not null,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED')),
  settled_by text references persons (id),
  settled_at timestamptz,
  check (state <> 'CONFIRMED' or settled_by <> proposed_by),
  check ((state = 'PROPOSED') = (settled_by is null))
);
create unique index office_changes_open on office_changes (kind, subject_id) where state = 'PROPOSED';

-- A closed unit keeps its cases and takes nobody in.
alter table units add column closed_at timestamptz;
