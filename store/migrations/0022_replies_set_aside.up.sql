-- How a reply arrived, and the digest of what it consists of: one that comes by two ways is one.
alter table replies add column means bytea;
alter table replies add column content_sha256 text;

-- A reply that does not go on by itself: it came after the end of its route, or seems to have come before.
create table replies_set_aside (
  reply_id text primary key references replies (id),
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  why text not null,
  same_as text references replies (id),
  at timestamptz not null
);
create index replies_set_aside_of_route on replies_set_aside (route_id);

-- What a person decided on it; route_seq is where the route stood then.
create table set_aside_decisions (
  reply_id text primary key references replies_set_aside (reply_id),
  choice text not null,
  reason bytea not null,
  route_seq integer not null,
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null
);

create trigger replies_set_aside_kept before update or delete on replies_set_aside for each row execute function refuse_change();
create trigger replies_set_aside_not_truncated before truncate on replies_set_aside execute function refuse_change();
create trigger set_aside_decisions_kept before update or delete on set_aside_decisions for each row execute function refuse_change();
create trigger set_aside_decisions_not_truncated before truncate on set_aside_decisions execute function refuse_change();
