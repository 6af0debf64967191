-- When the agency's result of a cycle is expected, as its contract said when it was collected.
alter table debit_contract
    add column result_days integer not null default 4,
    add constraint debit_contract_result_days check (result_days between 0 and 20);
comment on column debit_contract.result_days is 'How many business days of the banks after the debit the agency reports the result.';
alter table direct_debit add column result_due date;
update direct_debit d set result_due = d.debit_date + 7 where d.contract_id is not null;
comment on column direct_debit.result_due is 'The day by which the agency reports the result; null if somebody collected it, without a contract.';
