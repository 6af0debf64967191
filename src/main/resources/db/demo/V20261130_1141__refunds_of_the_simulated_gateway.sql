create table sim_card_refund (
    idempotency_key text   not null,
    transaction_no  text   not null,
    amount          bigint not null,
    constraint sim_card_refund_pk primary key (idempotency_key)
);
create index sim_card_refund_by_transaction on sim_card_refund (transaction_no);
comment on table sim_card_refund is 'Money that the simulated card gateway has given back, in yen.';

-- Until now a transaction was refunded once, with the amount that it shows.
insert into sim_card_refund (idempotency_key, transaction_no, amount)
select distinct on (s.transaction_no) c.idempotency_key, s.transaction_no, s.amount
  from sim_card s join sim_card_call c on c.idempotency_key like s.transaction_no || ':REFUND:%' and c.http_status = 200
 where s.status = 'REFUNDED'
 order by s.transaction_no, c.idempotency_key;
