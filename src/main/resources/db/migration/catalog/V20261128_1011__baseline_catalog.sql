-- Products, and dated prices, tax rates and charges. A row of a dated table holds from its day until the next row
-- takes over.

create table product (
    sku           varchar(50)  not null,
    version       bigint       not null default 0,
    name          varchar(200) not null,
    kind          varchar(20)  not null,
    temperature   varchar(20)  not null default 'AMBIENT',
    weight_grams  integer      not null default 0,
    stock_keeping boolean      not null,
    active        boolean      not null default true,
    registered_at timestamptz  not null,
    constraint product_pk primary key (sku),
    constraint product_kind_known check (kind in ('GOODS', 'SET', 'INSERT', 'NEWSLETTER', 'SERVICE')),
    constraint product_temperature_known check (temperature in ('AMBIENT', 'CHILLED', 'FROZEN')),
    constraint product_weight_not_negative check (weight_grams >= 0)
);
create index product_name on product (name);
comment on table product is 'What is sold or enclosed.';
comment on column product.version is 'Optimistic lock.';
comment on column product.weight_grams is 'Grams with packing.';
comment on column product.stock_keeping is 'Whether stock of it is counted.';
comment on column product.active is 'Whether it may be ordered.';

create table product_price (
    sku        varchar(50) not null,
    valid_from date        not null,
    amount     bigint      not null,
    constraint product_price_pk primary key (sku, valid_from),
    constraint product_price_product foreign key (sku) references product,
    constraint product_price_not_negative check (amount >= 0)
);
comment on table product_price is 'Dated prices.';
comment on column product_price.amount is 'Yen including tax.';

create table product_tax_class (
    sku        varchar(50) not null,
    valid_from date        not null,
    tax_class  varchar(20) not null,
    constraint product_tax_class_pk primary key (sku, valid_from),
    constraint product_tax_class_product foreign key (sku) references product,
    constraint product_tax_class_known check (tax_class in ('STANDARD', 'REDUCED'))
);
comment on table product_tax_class is 'Dated tax classes of products.';

create table set_component (
    set_sku       varchar(50) not null,
    component_sku varchar(50) not null,
    quantity      integer     not null,
    constraint set_component_pk primary key (set_sku, component_sku),
    constraint set_component_set foreign key (set_sku) references product,
    constraint set_component_component foreign key (component_sku) references product,
    constraint set_component_quantity_positive check (quantity > 0),
    constraint set_component_not_itself check (set_sku <> component_sku)
);
comment on table set_component is 'What a set consists of.';
comment on column set_component.quantity is 'Pieces of the component in one set.';

create table tax_rate (
    tax_class  varchar(20) not null,
    valid_from date        not null,
    percent    integer     not null,
    constraint tax_rate_pk primary key (tax_class, valid_from),
    constraint tax_rate_percent check (percent between 0 and 99)
);
-- The reduced rate exists since 2019-10-01; before that day both classes were taxed alike.
insert into tax_rate (tax_class, valid_from, percent)
values ('STANDARD', '1989-04-01', 3), ('REDUCED', '1989-04-01', 3),
       ('STANDARD', '1997-04-01', 5), ('REDUCED', '1997-04-01', 5),
       ('STANDARD', '2014-04-01', 8), ('REDUCED', '2014-04-01', 8),
       ('STANDARD', '2019-10-01', 10), ('REDUCED', '2019-10-01', 8);
comment on table tax_rate is 'Dated rates of consumption tax by tax class.';

create table shipping_fee (
    prefecture varchar(10) not null,
    valid_from date        not null,
    amount     bigint      not null,
    constraint shipping_fee_pk primary key (prefecture, valid_from),
    constraint shipping_fee_not_negative check (amount >= 0)
);
insert into shipping_fee (prefecture, valid_from, amount)
values ('', '2019-10-01', 550),
       ('北海道', '2019-10-01', 880),
       ('沖縄県', '2019-10-01', 1100);
comment on table shipping_fee is 'Dated charges for shipping by prefecture.';
comment on column shipping_fee.prefecture is 'Empty: every prefecture without a row of its own on that day.';
comment on column shipping_fee.amount is 'Yen including tax, per destination.';

create table free_shipping_threshold (
    valid_from date not null,
    goods      bigint,
    constraint free_shipping_threshold_pk primary key (valid_from),
    constraint free_shipping_threshold_not_negative check (goods >= 0)
);
insert into free_shipping_threshold (valid_from, goods) values ('2019-10-01', 10000);
comment on table free_shipping_threshold is 'Dated amount of goods from which shipping is free.';
comment on column free_shipping_threshold.goods is 'Yen; goods of this amount and more are shipped free. Null: never.';

create table cod_fee (
    valid_from date   not null,
    below      bigint,
    amount     bigint not null,
    constraint cod_fee_tier unique nulls not distinct (valid_from, below),
    constraint cod_fee_not_negative check (amount >= 0)
);
insert into cod_fee (valid_from, below, amount)
values ('2019-10-01', 10000, 330),
       ('2019-10-01', 30000, 440),
       ('2019-10-01', 100000, 660),
       ('2019-10-01', null, 1100);
comment on table cod_fee is 'Dated charges for cash on delivery (代引手数料). One tariff is all tiers of one day.';
comment on column cod_fee.below is 'Upper bound of the tier in yen, exclusive; null for the last tier.';
comment on column cod_fee.amount is 'Yen including tax.';

create table wrapping_fee (
    valid_from date   not null,
    amount     bigint not null,
    constraint wrapping_fee_pk primary key (valid_from),
    constraint wrapping_fee_not_negative check (amount >= 0)
);
comment on table wrapping_fee is 'Dated charges for gift wrapping; before the first day it is free.';
comment on column wrapping_fee.amount is 'Yen including tax, per destination that is wrapped.';

-- Published views: what other modules may read.

create view catalog_product_view as
select sku, name, kind, temperature, stock_keeping, active from product;
comment on view catalog_product_view is 'Products.';

create view catalog_price_view as
select sku, valid_from, amount from product_price;
comment on view catalog_price_view is 'Dated prices in yen including tax; the latest row that has begun holds.';

create view catalog_set_component_view as
select set_sku, component_sku, quantity from set_component;
comment on view catalog_set_component_view is 'What sets consist of.';

create view catalog_shipping_fee_view as
select prefecture, valid_from, amount from shipping_fee;
comment on view catalog_shipping_fee_view is 'Dated charges for shipping in yen; the prefecture is empty for every other one.';

create view catalog_free_shipping_threshold_view as
select valid_from, goods from free_shipping_threshold;
comment on view catalog_free_shipping_threshold_view is 'Dated amounts of goods in yen from which shipping is free.';

create view catalog_cod_fee_view as
select valid_from, below, amount from cod_fee;
comment on view catalog_cod_fee_view is 'Dated charges for cash on delivery in yen, by tier.';
