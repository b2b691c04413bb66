-- A request can wait for its drafter in a case that somebody else owns.
alter table wait_notices drop constraint wait_notices_kind_check;
alter table wait_notices add constraint wait_notices_kind_check check (kind in ('SIGNATURE', 'CASE', 'REQUEST'));
