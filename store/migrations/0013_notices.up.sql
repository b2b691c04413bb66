-- Where a person is written to, in which language, and on which clock the person lives.
create table mailboxes (
  person_id text primary key references persons (id),
  address text,
  language text not null check (language in ('en', 'ru')),
  zone text,
  digest boolean not null,
  changed_at timestamptz not null
);

-- Something somebody was told. One that climbs is told to the next ones until somebody takes note of it.
create table notices (
  id text primary key,
  route_id text not null,
  key text not null,
  case_id text not null references cases (id),
  what text not null check (what in ('remind', 'escalate', 'call')),
  climb jsonb not null,
  level integer not null default 0,
  climbs_at timestamptz,
  at timestamptz not null,
  settled_at timestamptz,
  settled_how text check (settled_how in ('ACKNOWLEDGED', 'ACTED')),
  settled_by text references persons (id),
  unique (route_id, key),
  foreign key (route_id, key) references reminders (route_id, key),
  check ((settled_at is null) = (settled_how is null))
);
create index notices_climbing on notices (climbs_at) where settled_at is null and climbs_at is not null;

create table notice_recipients (
  notice_id text not null references notices (id),
  person_id text not null references persons (id),
  role text not null,
  why text not null,
  level integer not null,
  at timestamptz not null,
  primary key (notice_id, person_id)
);
create index notice_recipients_of_person on notice_recipients (person_id, notice_id);

-- What leaves by mail: a row beside what it tells, in one transaction, and tried until it is sent.
create table mails (
  id text primary key,
  person_id text not null references persons (id),
  notice_id text references notices (id),
  content jsonb not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT')),
  created_at timestamptz not null,
  try_at timestamptz not null,
  attempts integer not null default 0,
  fault text,
  sent_at timestamptz,
  check ((state = 'SENT') = (sent_at is not null))
);
create unique index mails_of_notice on mails (notice_id, person_id) where notice_id is not null;
create index mails_waiting on mails (try_at, id) where state = 'WAITING';
