-- A legal adviser decided on what was observed of an addressee by a route up to an instant (C.15). It is about no case.
create table register_decisions (
  id text primary key,
  addressee text not null,
  route text not null,
  up_to timestamptz not null,
  choice text not null,
  line text not null,
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null,
  unique (addressee, route, up_to)
);

create trigger register_decisions_kept before update or delete on register_decisions for each row execute function refuse_change();
create trigger register_decisions_not_truncated before truncate on register_decisions execute function refuse_change();
