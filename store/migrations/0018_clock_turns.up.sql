-- Who let a period of the office stand still, why, who looks after it, and until when.
create table clock_turns (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  clock_id text not null references clocks (id),
  turn text not null check (turn in ('pause', 'resume')),
  reason bytea,
  owner_id text references persons (id),
  until timestamptz,
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null,
  check ((turn = 'pause') = (until is not null and owner_id is not null))
);
create index clock_turns_of_clock on clock_turns (clock_id, id);
create trigger clock_turns_kept before update or delete on clock_turns for each row execute function refuse_change();
create trigger clock_turns_not_truncated before truncate on clock_turns execute function refuse_change();
