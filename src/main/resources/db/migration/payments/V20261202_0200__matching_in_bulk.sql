-- What each of a million deposits costs beside its own row: indexes and references.

-- A foreign key looks up and locks the deposit and the batch of each row by itself. A statement's rows are looked up together, and
-- what can't be removed need not be locked.
alter table payment_allocation drop constraint payment_allocation_deposit, drop constraint payment_allocation_batch;
-- Its plan is kept while the tables grow, so it may not depend on how small they were.
create function require_deposits_of_allocations() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if exists (select 1 from made m where m.deposit_id is not null and not exists (select 1 from deposit d where d.id = m.deposit_id)) then
        raise foreign_key_violation using message = 'An allocation names a deposit that does not exist';
    end if;
    if exists (select 1 from (select distinct batch_id from made where batch_id is not null) m
                where not exists (select 1 from deposit_batch b where b.id = m.batch_id)) then
        raise foreign_key_violation using message = 'An allocation names a batch that does not exist';
    end if;
    return null;
end $$;
comment on function require_deposits_of_allocations() is 'Trigger of payment_allocation: the deposit and the batch of each new row exist.';
create trigger payment_allocation_refers after insert on payment_allocation referencing new table as made
    for each statement execute function require_deposits_of_allocations();

create function refuse_removal() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never removed', tg_table_name;
end $$;
comment on function refuse_removal() is 'Trigger of tables to whose rows others refer without a foreign key: refuses every delete.';
create trigger deposit_not_removed before delete or truncate on deposit for each statement execute function refuse_removal();
create trigger deposit_batch_not_removed before delete or truncate on deposit_batch for each statement execute function refuse_removal();

-- Of remitters, as name_grams, which takes many times as long: it is a query for each row, and this a few calls.
create function remitter_grams(key text) returns text[]
    language sql immutable parallel safe as $$
    select string_to_array(key, null)
           || string_to_array(regexp_replace(key, '(..)', '\1 ', 'g'), ' ')
           || string_to_array(regexp_replace(substr(key, 2), '(..)', '\1 ', 'g'), ' ')
$$;
comment on function remitter_grams(text) is 'Single characters and pairs of a name without blanks, for GIN indexes.';
drop index deposit_by_remitter;
create index deposit_by_remitter on deposit using gin (remitter_grams(remitter_key)) with (gin_pending_list_limit = 16384);

-- What is matched is nearly all, and is read by its day.
drop index deposit_by_state;
create index deposit_by_state on deposit (state, posting_date desc, id) where state <> 'MATCHED';
drop index deposit_by_posting_date;
create index deposit_by_posting_date on deposit (posting_date desc, id) include (amount);

-- Half of the ledger is about no receivable.
drop index ledger_by_receivable;
create index ledger_by_receivable on ledger_entry (receivable) where receivable is not null;

-- Few claims were ever tried by card, and each payment writes the indexes of its claim anew.
drop index receivable_by_transaction;
create index receivable_by_transaction on receivable (transaction_no) where transaction_no is not null;
