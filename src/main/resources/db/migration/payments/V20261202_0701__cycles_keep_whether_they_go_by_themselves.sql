-- Whether a cycle waits for its approval is decided when it is collected.
alter table direct_debit add column automatic boolean not null default false;
update direct_debit d set automatic = c.automatic from debit_contract c where c.id = d.contract_id;
comment on column direct_debit.automatic is
    'Whether its file goes on its last day by itself, as its contract said when it was collected; else somebody approves it.';
