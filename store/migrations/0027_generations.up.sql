-- A number that store and engine both carry, raised every few minutes: a copy of either that was put back shows by it.
create table generations (
  number integer primary key check (number > 0),
  raised_at timestamptz not null,
  confirmed_at timestamptz
);
-- A start at which the two did not fit: nothing moves until a person has released it.
create table held_starts (
  id text primary key,
  in_store integer,
  in_engine integer,
  found_at timestamptz not null
);
create table held_start_releases (
  held_start_id text primary key references held_starts (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);

create trigger held_starts_kept before update or delete on held_starts for each row execute function refuse_change();
create trigger held_starts_not_truncated before truncate on held_starts execute function refuse_change();
create trigger held_start_releases_kept before update or delete on held_start_releases for each row execute function refuse_change();
create trigger held_start_releases_not_truncated before truncate on held_start_releases execute function refuse_change();
