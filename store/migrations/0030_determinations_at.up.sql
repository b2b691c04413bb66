-- By which rules was determined last before an instant.
create index determinations_at on determinations (at);
