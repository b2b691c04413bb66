-- Why a reply says no, as a code (rule P09); null where it gave none.
alter table replies add column refusal text;
