create table holds (
  id text primary key,
  case_id text not null references cases (id),
  route_id text references routes (id),
  kind text not null,
  reason text not null,
  placed_by jsonb not null,
  placed_at timestamptz not null,
  lifted_by jsonb,
  lifted_at timestamptz
);
create index holds_of_case on holds (case_id);

create table withdrawals (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  reason text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index withdrawals_of_route on withdrawals (route_id);

create table outbox (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  document_id text not null references documents (id),
  digest text not null,
  created_at timestamptz not null,
  packet_path text,
  packet_sha256 text,
  written_at timestamptz,
  unique (route_id, digest)
);

create table dispatches (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  outbox_id text not null unique references outbox (id),
  sent_at timestamptz not null,
  means text not null,
  reference text not null,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index dispatches_of_route on dispatches (route_id);

create table replies (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  outcome text not null,
  received_at timestamptz not null,
  reference text not null,
  says text,
  preserved_from timestamptz,
  preserved_until timestamptz,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index replies_of_route on replies (route_id, id);

create table reply_links (
  reply_id text primary key references replies (id),
  state text not null,
  at timestamptz not null
);

create table route_reports (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  what text not null,
  ref text not null,
  finding text not null,
  choice text,
  by_person text not null references persons (id),
  role text not null,
  at timestamptz not null
);
create index route_reports_of_route on route_reports (route_id, id);

create table evidence (
  id text primary key,
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  file_name text not null,
  media_type text not null,
  sender_sha256 text not null,
  path text not null,
  state text not null,
  sha256 text,
  size bigint,
  why text,
  by_person text not null references persons (id),
  role text not null,
  begun_at timestamptz not null,
  ended_at timestamptz
);
create index evidence_of_route on evidence (route_id, id);

create table evidence_receipts (
  evidence_id text not null references evidence (id),
  capacity text not null,
  by_person text not null references persons (id),
  role text not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (evidence_id, capacity),
  unique (evidence_id, by_person)
);

-- Sealed, mismatched or aborted is the end of an upload.
create function evidence_sealed() returns trigger language plpgsql as $$
begin
  if old.state <> 'BEGUN' or (old.id, old.case_id, old.route_id, old.file_name, old.sender_sha256, old.by_person, old.begun_at)
     is distinct from (new.id, new.case_id, new.route_id, new.file_name, new.sender_sha256, new.by_person, new.begun_at) then
    raise exception 'evidence % is sealed', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- Written once, then only what a guard names may be filled in.
create function outbox_kept() returns trigger language plpgsql as $$
begin
  if old.written_at is not null
     or (old.id, old.case_id, old.route_id, old.document_id, old.digest, old.created_at)
        is distinct from (new.id, new.case_id, new.route_id, new.document_id, new.digest, new.created_at) then
    raise exception 'outbox row % was written', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger evidence_sealed before update on evidence for each row execute function evidence_sealed();
create trigger evidence_kept before delete on evidence for each row execute function refuse_change();
create trigger evidence_not_truncated before truncate on evidence execute function refuse_change();
create trigger receipts_kept before update or delete on evidence_receipts for each row execute function refuse_change();
create trigger receipts_not_truncated before truncate on evidence_receipts execute function refuse_change();
create trigger outbox_kept before update on outbox for each row execute function outbox_kept();
create trigger outbox_not_deleted before delete on outbox for each row execute function refuse_change();
create trigger outbox_not_truncated before truncate on outbox execute function refuse_change();
create trigger withdrawals_kept before update or delete on withdrawals for each row execute function refuse_change();
create trigger withdrawals_not_truncated before truncate on withdrawals execute function refuse_change();
create trigger dispatches_kept before update or delete on dispatches for each row execute function refuse_change();
create trigger dispatches_not_truncated before truncate on dispatches execute function refuse_change();
create trigger replies_kept before update or delete on replies for each row execute function refuse_change();
create trigger replies_not_truncated before truncate on replies execute function refuse_change();
create trigger reply_links_kept before update or delete on reply_links for each row execute function refuse_change();
create trigger reply_links_not_truncated before truncate on reply_links execute function refuse_change();
create trigger reports_kept before update or delete on route_reports for each row execute function refuse_change();
create trigger reports_not_truncated before truncate on route_reports execute function refuse_change();
