-- Releases of the rules: what a legal adviser proposes, whole, and every step of it by a person.
create table release_contents (
  digest text primary key,
  content text not null
);
create table releases (
  id text primary key,
  title text not null,
  reason text not null,
  effect_from text not null check (effect_from ~ '^\d{4}-\d{2}-\d{2}$'),
  content_digest text not null references release_contents (digest),
  rule_set_digest text not null references rule_sets (digest),
  registers_digest text not null,
  -- The release in whose place it was proposed; none: the files of the installation.
  base_id text references releases (id),
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null
);
create table release_steps (
  release_id text not null references releases (id),
  seq integer not null check (seq > 0),
  step text not null check (step in
    ('CHECKED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN', 'ROLLBACK_ASKED', 'ROLLBACK_REFUSED', 'ROLLED_BACK')),
  reason text not null,
  effect_from text check (effect_from ~ '^\d{4}-\d{2}-\d{2}$'),
  figures jsonb,
  -- The signed note of a publication.
  note text,
  by_person text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  at timestamptz not null,
  primary key (release_id, seq),
  check ((step = 'PUBLISHED') = (effect_from is not null)),
  check ((step = 'PUBLISHED') = (note is not null)),
  check ((step = 'CHECKED') = (figures is not null))
);

create trigger release_contents_kept before update or delete on release_contents for each row execute function refuse_change();
create trigger release_contents_not_truncated before truncate on release_contents execute function refuse_change();
create trigger releases_kept before update or delete on releases for each row execute function refuse_change();
create trigger releases_not_truncated before truncate on releases execute function refuse_change();
create trigger release_steps_kept before update or delete on release_steps for each row execute function refuse_change();
create trigger release_steps_not_truncated before truncate on release_steps execute function refuse_change();
