create table sim_deferred (
    np_id       bigint generated always as identity (start with 18000000001),
    shop_id     text        not null,
    status      text        not null,
    result      text        not null,
    hold        text        not null default '',
    amount      bigint      not null,
    slip_no     text,
    decided_at  timestamptz not null,
    reported_at timestamptz,
    constraint sim_deferred_pk primary key (np_id),
    constraint sim_deferred_shop_id unique (shop_id)
);
comment on table sim_deferred is 'Transactions of the simulated provider of 後払い.';
comment on column sim_deferred.decided_at is 'Until then a transaction that is examined (40) has no result.';
