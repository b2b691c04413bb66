-- Who has signed the release of a hold; one that asks for two is lifted by the second.
create table hold_releases (
  hold_id text not null references holds (id),
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  reason bytea not null,
  at timestamptz not null,
  primary key (hold_id, by_person)
);

-- An operator's pause of a channel, a family or everything: it is about no case.
create table pauses (
  id text primary key,
  channel text not null,
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create table pause_ends (
  pause_id text primary key references pauses (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);

create trigger hold_releases_kept before update or delete on hold_releases for each row execute function refuse_change();
create trigger hold_releases_not_truncated before truncate on hold_releases execute function refuse_change();
create trigger pauses_kept before update or delete on pauses for each row execute function refuse_change();
create trigger pauses_not_truncated before truncate on pauses execute function refuse_change();
create trigger pause_ends_kept before update or delete on pause_ends for each row execute function refuse_change();
create trigger pause_ends_not_truncated before truncate on pause_ends execute function refuse_change();
