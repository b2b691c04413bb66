-- A request that was sent outside Rogatory has a dispatch and no packet.
alter table dispatches alter column outbox_id drop not null;

create table in_flight (
  route_id text primary key references routes (id),
  case_id text not null references cases (id),
  dispatch_id text not null unique references dispatches (id),
  scan_sha256 text not null,
  reason bytea not null,
  approval bytea,
  at timestamptz not null
);

create table in_flight_seconds (
  route_id text primary key references in_flight (route_id),
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null
);

create trigger in_flight_kept before update or delete on in_flight for each row execute function refuse_change();
create trigger in_flight_not_truncated before truncate on in_flight execute function refuse_change();
create trigger in_flight_seconds_kept before update or delete on in_flight_seconds for each row execute function refuse_change();
create trigger in_flight_seconds_not_truncated before truncate on in_flight_seconds execute function refuse_change();
