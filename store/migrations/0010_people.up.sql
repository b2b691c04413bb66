-- Persons, machines, and in whose name somebody acts. What counts a person refers to `persons`, and no machine is one.
alter table persons add column left_at timestamptz;
alter table persons add constraint persons_are_no_machines check (id not like 'machine:%');

create table service_accounts (
  id text primary key check (id like 'machine:%'),
  unit_id text not null references units (id),
  label text not null,
  actions text[] not null,
  active boolean not null default true
);

-- Who a subject of an identity provider is here: one person or one machine.
create table identities (
  issuer text not null,
  subject text not null,
  person_id text references persons (id),
  service_id text references service_accounts (id),
  linked_at timestamptz not null,
  primary key (issuer, subject),
  check (num_nonnulls(person_id, service_id) = 1)
);
create index identities_of_person on identities (person_id);

-- What gives power takes two: one proposes, another confirms, and neither is whom it is about.
create table person_changes (
  id text primary key,
  person_id text not null,
  change jsonb not null,
  reason text not null,
  proposed_by text not null references persons (id),
  proposed_at timestamptz not null,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED')),
  settled_by text references persons (id),
  settled_at timestamptz,
  check (proposed_by <> person_id),
  check (settled_by <> person_id),
  check (state <> 'CONFIRMED' or settled_by <> proposed_by),
  check ((state = 'PROPOSED') = (settled_by is null))
);
create index person_changes_open on person_changes (id) where state = 'PROPOSED';

create table delegations (
  id text primary key,
  from_person text not null references persons (id),
  to_person text not null references persons (id),
  role text not null,
  cases text[],
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  registered_by text not null references persons (id),
  registered_at timestamptz not null,
  ended_at timestamptz,
  check (from_person <> to_person),
  check (from_at < until_at)
);
create index delegations_to on delegations (to_person, until_at);
create index delegations_from on delegations (from_person, until_at);

create table absences (
  id text primary key,
  person_id text not null references persons (id),
  from_at timestamptz not null,
  until_at timestamptz not null,
  registered_by text not null references persons (id),
  registered_at timestamptz not null,
  ended_at timestamptz,
  check (from_at < until_at)
);
create index absences_of on absences (person_id, until_at);

-- Instants are absolute; `zone` is the one in which the roster was written.
create table duty_shifts (
  id text primary key,
  unit_id text not null references units (id),
  role text not null,
  zone text not null,
  person_id text not null references persons (id),
  from_at timestamptz not null,
  until_at timestamptz not null,
  registered_by text not null references persons (id),
  registered_at timestamptz not null,
  ended_at timestamptz,
  check (from_at < until_at)
);
create index duty_shifts_of_unit on duty_shifts (unit_id, role, until_at);

-- A secret is kept as its SHA-256 only.
create table sessions (
  id text primary key,
  secret_sha256 text not null unique,
  person_id text not null references persons (id),
  issuer text not null,
  subject text not null,
  factor text,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ended_why text
);
create index sessions_of_person on sessions (person_id) where ended_at is null;

-- Sign-ins on their way: bound to one browser by the secret of its cookie, used once.
create table sign_ins (
  secret_sha256 text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  second_factor boolean not null,
  return_to text not null,
  expires_at timestamptz not null
);

-- In whose name a row was written, where its writer stood in for somebody.
alter table decisions add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table decision_seconds add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table overrides add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table override_seconds add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table withdrawals add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table dispatches add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table replies add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table route_reports add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table evidence add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table evidence_receipts add column on_behalf_of text references persons (id) check (on_behalf_of <> by_person);
alter table tickets add column on_behalf_of text references persons (id) check (on_behalf_of <> person_id);
alter table tickets add column factor text;
alter table votes add column on_behalf_of text references persons (id) check (on_behalf_of <> person_id);
alter table votes add constraint votes_of_persons foreign key (person_id) references persons (id);
-- One name signs a round once, by its own hand or by another's.
create unique index votes_one_name on votes (round_id, coalesce(on_behalf_of, person_id));
create unique index receipts_one_name on evidence_receipts (evidence_id, coalesce(on_behalf_of, by_person));

create function ticket_keeps_name() returns trigger language plpgsql as $$
begin
  if (old.on_behalf_of, old.factor) is distinct from (new.on_behalf_of, new.factor) then
    raise exception 'ticket % cannot be changed', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger ticket_keeps_name before update on tickets for each row execute function ticket_keeps_name();

-- The second person is another one, also for who writes with SQL of his own.
create function second_is_another() returns trigger language plpgsql as $$
declare
  first record;
begin
  if tg_table_name = 'decision_seconds' then
    select by_person, on_behalf_of into first from decisions where id = new.decision_id;
  else
    select by_person, on_behalf_of into first from overrides where id = new.override_id;
  end if;
  if array_remove(array[first.by_person, first.on_behalf_of], null) && array_remove(array[new.by_person, new.on_behalf_of], null) then
    raise exception 'the second person of % is the first', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger second_is_another before insert on decision_seconds for each row execute function second_is_another();
create trigger second_is_another before insert on override_seconds for each row execute function second_is_another();

-- Every wait has an owner; who was told of a reminder is named.
alter table approval_steps add column owner_id text references persons (id);
create index approval_steps_of_owner on approval_steps (owner_id) where state = 'OPEN';
alter table reminders add column told text[] not null default '{}';

create table wait_notices (
  id text primary key,
  unit_id text not null references units (id),
  kind text not null check (kind in ('SIGNATURE', 'CASE')),
  subject_id text not null,
  case_id text not null references cases (id),
  owner_id text references persons (id),
  why text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index wait_notices_open on wait_notices (kind, subject_id) where closed_at is null;
create index wait_notices_of_unit on wait_notices (unit_id, id) where closed_at is null;
