create table product (
    sku               varchar(50) constraint product_pk primary key,
    version           bigint not null default 0,
    name              varchar(200) not null,
    kind              varchar(20) not null
        constraint product_kind_known check (kind in ('GOODS', 'SET', 'INSERT', 'NEWSLETTER', 'SERVICE')),
    temperature       varchar(20) not null default 'AMBIENT'
        constraint product_temperature_known check (temperature in ('AMBIENT', 'CHILLED', 'FROZEN')),
    weight_grams      integer not null default 0 constraint product_weight_not_negative check (weight_grams >= 0),
    stock_keeping     boolean not null,
    active            boolean not null default true,
    registered_at     timestamptz not null
);

create index product_name on product (name);

-- Each of the dated tables says what holds from a day on, until the next row takes over.
create table product_price (
    sku        varchar(50) not null constraint product_price_product references product,
    valid_from date not null,
    amount     bigint not null constraint product_price_not_negative check (amount >= 0),
    constraint product_price_pk primary key (sku, valid_from)
);

create table product_tax_class (
    sku        varchar(50) not null constraint product_tax_class_product references product,
    valid_from date not null,
    tax_class  varchar(20) not null
        constraint product_tax_class_known check (tax_class in ('STANDARD', 'REDUCED')),
    constraint product_tax_class_pk primary key (sku, valid_from)
);

create table set_component (
    set_sku       varchar(50) not null constraint set_component_set references product,
    component_sku varchar(50) not null constraint set_component_component references product,
    quantity      integer not null constraint set_component_quantity_positive check (quantity > 0),
    constraint set_component_pk primary key (set_sku, component_sku),
    constraint set_component_not_itself check (set_sku <> component_sku)
);

create table tax_rate (
    tax_class  varchar(20) not null,
    valid_from date not null,
    percent    integer not null constraint tax_rate_percent check (percent between 0 and 99),
    constraint tax_rate_pk primary key (tax_class, valid_from)
);

-- The reduced rate exists since 2019-10-01; before that day both classes were taxed alike.
insert into tax_rate (tax_class, valid_from, percent) values
    ('STANDARD', '1989-04-01', 3), ('REDUCED', '1989-04-01', 3),
    ('STANDARD', '1997-04-01', 5), ('REDUCED', '1997-04-01', 5),
    ('STANDARD', '2014-04-01', 8), ('REDUCED', '2014-04-01', 8),
    ('STANDARD', '2019-10-01', 10), ('REDUCED', '2019-10-01', 8);

-- The prefecture '' stands for every one that has no row of its own on that day.
create table shipping_fee (
    prefecture varchar(10) not null,
    valid_from date not null,
    amount     bigint not null constraint shipping_fee_not_negative check (amount >= 0),
    constraint shipping_fee_pk primary key (prefecture, valid_from)
);

insert into shipping_fee (prefecture, valid_from, amount) values
    ('', '2019-10-01', 550), ('北海道', '2019-10-01', 880), ('沖縄県', '2019-10-01', 1100);

create table shipping_free_over (
    valid_from date constraint shipping_free_over_pk primary key,
    goods      bigint constraint shipping_free_over_not_negative check (goods >= 0)
);

comment on column shipping_free_over.goods is 'goods of this amount and more go free of shipping; null: never';

insert into shipping_free_over (valid_from, goods) values ('2019-10-01', 10000);

-- One tariff is all tiers of one day; the tier without an upper bound takes the rest.
create table cod_fee (
    valid_from date not null,
    below      bigint,
    amount     bigint not null constraint cod_fee_not_negative check (amount >= 0),
    constraint cod_fee_tier unique nulls not distinct (valid_from, below)
);

insert into cod_fee (valid_from, below, amount) values
    ('2019-10-01', 10000, 330), ('2019-10-01', 30000, 440), ('2019-10-01', 100000, 660), ('2019-10-01', null, 1100);
