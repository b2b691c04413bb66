-- The audit becomes the leaves of one Merkle tree (RFC 6962); subtrees[k] is the hash of the subtree of 2^k leaves that ends
-- with this entry. What was chained before is hashed once more, in its order; nothing else of it changes.
alter table audit_entries add column subtrees text[] not null default '{}';
drop trigger audit_follows on audit_entries;
alter table audit_entries disable trigger audit_kept;

do $$
declare
  entry record;
  edge text[] := '{}';
  closed text[];
  leaf text;
  top text;
  rest bigint;
begin
  for entry in select * from audit_entries order by sequence loop
    leaf := encode(sha256('\x00'::bytea || convert_to(concat(
      '{"actor":{', (select string_agg(to_json(key)::text || ':' || to_json(value)::text, ',' order by key collate "C")
                     from jsonb_each_text(entry.actor)), '}',
      ',"at":"', to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"',
      ',"body":', to_json(entry.body), ',"caseId":', coalesce(to_json(entry.case_id)::text, 'null'),
      ',"newDigest":', coalesce(to_json(entry.new_digest)::text, 'null'),
      ',"oldDigest":', coalesce(to_json(entry.old_digest)::text, 'null'),
      ',"reason":', coalesce(to_json(entry.reason)::text, 'null'), ',"sequence":', entry.sequence,
      ',"subject":{"id":', to_json(entry.subject_id), ',"kind":', to_json(entry.subject_kind), '}',
      ',"verb":', to_json(entry.verb), '}'), 'UTF8')), 'hex');
    closed := '{}';
    top := leaf;
    rest := entry.sequence - 1;
    while rest % 2 = 1 loop
      top := encode(sha256('\x01'::bytea || decode(edge[cardinality(edge)], 'hex') || decode(top, 'hex')), 'hex');
      edge := trim_array(edge, 1);
      closed := closed || top;
      rest := rest / 2;
    end loop;
    edge := edge || top;
    update audit_entries set hash = leaf, subtrees = closed where sequence = entry.sequence;
  end loop;
end $$;

alter table audit_entries enable trigger audit_kept;
alter table audit_entries drop column previous_hash;
create index audit_entries_of_verb on audit_entries (verb, sequence);
create index audit_entries_of_person on audit_entries ((actor ->> 'personId'), sequence);

-- Gapless: also for who writes with SQL of his own.
create or replace function audit_follows() returns trigger language plpgsql as $$
declare
  size bigint;
begin
  select coalesce(max(sequence), 0) into size from audit_entries;
  if new.sequence <> size + 1 then
    raise exception 'audit entry % does not follow %', new.sequence, size
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger audit_follows before insert on audit_entries for each row execute function audit_follows();

-- Signed roots (C2SP tlog-checkpoint). made_at is when this system says it signed; a time-stamp (RFC 3161) is another's word.
create table audit_checkpoints (
  size bigint primary key,
  made_at timestamptz not null,
  why text not null,
  note text not null,
  keys text[] not null
);
create trigger audit_checkpoints_kept before update or delete on audit_checkpoints
  for each row execute function refuse_change();
create trigger audit_checkpoints_not_truncated before truncate on audit_checkpoints execute function refuse_change();

create table audit_time_stamps (
  size bigint primary key references audit_checkpoints (size),
  at timestamptz not null,
  token bytea not null
);
create trigger audit_time_stamps_kept before update or delete on audit_time_stamps
  for each row execute function refuse_change();
create trigger audit_time_stamps_not_truncated before truncate on audit_time_stamps execute function refuse_change();
