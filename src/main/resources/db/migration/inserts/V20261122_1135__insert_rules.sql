-- The plain rules that every parcel meets; conditions over everything known of a customer come later.
create table insert_rule (
    code        text primary key,
    sku         text not null,
    name        text not null,
    applies_to  text not null constraint insert_rule_applies_to check (applies_to in ('EVERY_PARCEL', 'FIRST_ORDER', 'GOODS_FROM')),
    goods_from  bigint,
    valid_from  date not null,
    valid_until date,
    active      boolean not null default true
);
