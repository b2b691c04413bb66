-- One round: everything that was signed, or not, on one draft. A new draft or slice begins a new round.
create table approval_rounds (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  number integer not null,
  digest text not null,
  slice_digest text not null,
  state text not null,
  why text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  unique (route_id, number)
);
create unique index approval_rounds_one_open on approval_rounds (route_id) where state = 'OPEN';

create table approval_steps (
  id text primary key,
  round_id text not null references approval_rounds (id),
  step text not null,
  position integer not null,
  roles text[] not null,
  state text not null,
  opens_at timestamptz not null,
  due_at timestamptz not null,
  unique (round_id, step)
);
create index approval_steps_open on approval_steps (id) where state = 'OPEN';

create table tickets (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  step_id text not null references approval_steps (id),
  step text not null,
  digest text not null,
  person_id text not null references persons (id),
  role text not null,
  decision text not null,
  reason text,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table votes (
  id text primary key,
  ticket_id text not null unique references tickets (id),
  round_id text not null references approval_rounds (id),
  step_id text not null unique references approval_steps (id),
  route_id text not null references routes (id),
  person_id text not null references persons (id),
  role text not null,
  decision text not null,
  reason text,
  digest text not null,
  at timestamptz not null,
  valid_until timestamptz not null,
  unique (round_id, person_id)
);

-- A ticket is used once and says for ever what it said.
create function ticket_used_once() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or new.used_at is null
     or (old.id, old.case_id, old.route_id, old.step_id, old.step, old.digest, old.person_id, old.role, old.decision,
         old.issued_at, old.expires_at)
        is distinct from
        (new.id, new.case_id, new.route_id, new.step_id, new.step, new.digest, new.person_id, new.role, new.decision,
         new.issued_at, new.expires_at)
     or old.reason is distinct from new.reason then
    raise exception 'ticket % cannot be changed', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger ticket_used_once before update on tickets for each row execute function ticket_used_once();
create trigger tickets_kept before delete on tickets for each row execute function refuse_change();
create trigger tickets_not_truncated before truncate on tickets execute function refuse_change();
create trigger votes_kept before update or delete on votes for each row execute function refuse_change();
create trigger votes_not_truncated before truncate on votes execute function refuse_change();
