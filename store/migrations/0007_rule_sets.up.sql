-- Every rule set that a determination rests on, once, as the text its digest was taken of.
create table rule_sets (
  digest text primary key,
  content text not null,
  kept_at timestamptz not null
);

create trigger rule_sets_kept before update or delete on rule_sets for each row execute function refuse_change();
create trigger rule_sets_not_truncated before truncate on rule_sets execute function refuse_change();

-- Version of the program that determined: what only explains may come out otherwise in another one.
alter table determinations add column program text;
