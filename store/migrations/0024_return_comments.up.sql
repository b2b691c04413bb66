-- What a signer says about single paragraphs of the draft that he or she returns; it counts once the ticket is redeemed.
create table return_comments (
  id text primary key,
  case_id text not null references cases (id),
  ticket_id text not null references tickets (id),
  document_id text not null references documents (id),
  position integer not null,
  paragraph text not null,
  says bytea not null,
  unique (ticket_id, position)
);
create index return_comments_of_document on return_comments (document_id);

create trigger return_comments_kept before update or delete on return_comments for each row execute function refuse_change();
create trigger return_comments_not_truncated before truncate on return_comments execute function refuse_change();
