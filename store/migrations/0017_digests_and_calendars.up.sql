-- One digest for one person and day of his or her own calendar.
create table digests (
  person_id text not null references persons (id),
  day date not null,
  at timestamptz not null,
  primary key (person_id, day)
);

-- The secret address under which a calendar program reads the deadlines of a person; kept as its SHA-256 only.
create table calendar_feeds (
  person_id text primary key references persons (id),
  token_sha256 text not null unique,
  made_at timestamptz not null
);
