-- Inserts (同梱物): what goes into which parcel.

create table insert_rule (
    code        text    not null,
    sku         text    not null,
    name        text    not null,
    applies_to  text    not null,
    goods_from  bigint,
    valid_from  date    not null,
    valid_until date,
    active      boolean not null default true,
    constraint insert_rule_pk primary key (code),
    constraint insert_rule_applies_to check (applies_to in ('EVERY_PARCEL', 'FIRST_ORDER', 'GOODS_FROM'))
);
comment on table insert_rule is 'Rules that put an insert into parcels.';
comment on column insert_rule.sku is 'Product that is enclosed.';
comment on column insert_rule.goods_from is 'Yen of goods from which the rule applies, for GOODS_FROM.';
comment on column insert_rule.valid_until is 'Last day; null without end.';

-- Published views: what other modules may read.

create view inserts_rule_view as
select code, sku, name, applies_to, goods_from, valid_from, valid_until, active from insert_rule;
comment on view inserts_rule_view is 'Rules that put inserts into parcels.';
