create table sim_chargeback (
    id             text   not null,
    transaction_no text   not null,
    amount         bigint not null,
    reason         text   not null,
    state          text   not null,
    constraint sim_chargeback_pk primary key (id)
);
create index sim_chargeback_by_transaction on sim_chargeback (transaction_no);
comment on table sim_chargeback is 'What the simulated card company has taken back, in yen.';
