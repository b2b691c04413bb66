-- When a provider says that it will tell the user (rule P13).
alter table replies add column notice_at timestamptz;
alter table replies add constraint replies_notice_at check (notice_at is null or outcome = 'NOTICE_ANNOUNCED');
