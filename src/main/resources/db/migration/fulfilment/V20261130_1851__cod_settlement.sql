create table cod_settlement (
    id              bigint generated always as identity,
    carrier         text        not null,
    tracking_number text        not null,
    shipment_number text        not null,
    result          text        not null,
    amount          bigint      not null,
    fee             bigint      not null,
    paid_on         date,
    at              timestamptz not null,
    constraint cod_settlement_pk primary key (id),
    constraint cod_settlement_once unique (shipment_number, tracking_number, result),
    constraint cod_settlement_result check (result in ('PAID', 'REFUSED', 'LOST'))
);
comment on table cod_settlement is 'What the carrier reported about the cash that it was to collect (代引精算): each parcel and result once.';
comment on column cod_settlement.tracking_number is 'In the form in which it is compared.';
comment on column cod_settlement.result is 'PAID: the carrier has the cash and owes it to us. REFUSED, LOST: there is none.';
comment on column cod_settlement.amount is 'Yen that the carrier collected.';
comment on column cod_settlement.fee is 'Yen that the carrier keeps.';
comment on column cod_settlement.paid_on is 'Day on which the recipient paid; null if he did not.';
