-- A file may have reached the agency though the application ended before it could note so: a person finds out before it is placed again.
alter table direct_debit add column placing_at timestamptz;
comment on column direct_debit.placing_at is
    'When the application began to place its file; without delivered_at soon after, nobody knows whether the agency has it.';
comment on column direct_debit.delivered_at is 'When its file was handed over: placed there by the application, or fetched by a person.';
