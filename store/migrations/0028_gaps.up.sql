-- Items that a part, or an answer after parts, brought in whole; null for every other reply.
alter table replies add column came text[];

-- What a part of an answer did not bring, item by item (rule P10).
create table gaps (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  reply_id text not null references replies (id),
  item text not null,
  lacks bytea not null,
  at timestamptz not null
);
create index gaps_of_route on gaps (route_id, id);

-- A person closed a gap; other_route_id is the one that asks for the rest.
create table gap_ends (
  gap_id text primary key references gaps (id),
  how text not null,
  other_route_id text references routes (id),
  reason bytea not null,
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null
);

create trigger gaps_kept before update or delete on gaps for each row execute function refuse_change();
create trigger gaps_not_truncated before truncate on gaps execute function refuse_change();
create trigger gap_ends_kept before update or delete on gap_ends for each row execute function refuse_change();
create trigger gap_ends_not_truncated before truncate on gap_ends execute function refuse_change();

-- How a file arrived, and the first arrival of the same bytes: both are one piece of evidence.
alter table evidence add column means bytea;
alter table evidence add column same_as text references evidence (id);
