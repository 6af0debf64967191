-- The parts of a remitter's name cost more than all else of a deposit, and nobody looks for them while its file is being booked.
create table deposit_name (
    deposit_id bigint not null,
    key        text   not null,
    constraint deposit_name_pk primary key (deposit_id)
);
comment on table deposit_name is 'Remitters'' names of deposits by their parts, for search; those of new deposits follow.';
comment on column deposit_name.key is 'Remitter as it is compared.';

create table deposit_name_due (
    first_id bigint not null,
    last_id  bigint not null,
    constraint deposit_name_due_pk primary key (first_id)
);
comment on table deposit_name_due is 'Deposits whose names are still to be indexed, a row for each statement that has written some. Until then their rows are read instead.';
comment on column deposit_name_due.first_id is 'The lowest id of the statement''s deposits.';
comment on column deposit_name_due.last_id is 'The highest one; others'' deposits may be between.';

insert into deposit_name (deposit_id, key) select id, remitter_key from deposit where remitter_key <> '';
drop index deposit_by_remitter;
create index deposit_name_by_part on deposit_name using gin (remitter_grams(key)) with (gin_pending_list_limit = 16384);

create function note_deposits_without_name() returns trigger language plpgsql as $$
begin
    insert into deposit_name_due (first_id, last_id) select min(id), max(id) from made having count(*) > 0;
    return null;
end $$;
comment on function note_deposits_without_name() is 'Trigger of deposit: notes that the names of new rows are to be indexed.';
create trigger deposit_name_follows after insert on deposit referencing new table as made
    for each statement execute function note_deposits_without_name();
