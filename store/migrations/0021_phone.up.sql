-- A one-time code that a signer reads over the phone: for one step and one digest, kept as a salted hash.
create table phone_codes (
  id text primary key,
  case_id text not null references cases (id),
  step_id text not null references approval_steps (id),
  digest text not null,
  person_id text not null references persons (id),
  role text not null,
  on_behalf_of text references persons (id),
  factor text,
  salt text not null,
  code_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  wrong integer not null default 0,
  used_at timestamptz
);
create index phone_codes_of_step on phone_codes (step_id, issued_at);

-- An approval that came by phone: which ticket it made, who entered it, over which line.
create table phone_approvals (
  ticket_id text primary key references tickets (id),
  case_id text not null references cases (id),
  route_id text not null references routes (id),
  code_id text not null unique references phone_codes (id),
  signer text not null references persons (id),
  entered_by text not null references persons (id),
  line bytea not null,
  at timestamptz not null
);
create table phone_confirmations (
  ticket_id text primary key references phone_approvals (ticket_id),
  by_person text not null references persons (id),
  at timestamptz not null
);

create trigger phone_approvals_kept before update or delete on phone_approvals for each row execute function refuse_change();
create trigger phone_approvals_not_truncated before truncate on phone_approvals execute function refuse_change();
create trigger phone_confirmations_kept before update or delete on phone_confirmations for each row execute function refuse_change();
create trigger phone_confirmations_not_truncated before truncate on phone_confirmations execute function refuse_change();
