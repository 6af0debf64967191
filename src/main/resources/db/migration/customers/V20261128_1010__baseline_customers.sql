-- People who order, changes of their data, and the postal code register.

create sequence customer_number_seq;
comment on sequence customer_number_seq is 'Numbers of customers.';

create table customer (
    number         varchar(20)  not null,
    version        bigint       not null default 0,
    name           varchar(100) not null,
    kana           varchar(200),
    phone          varchar(40),
    email          varchar(254),
    birth_date     date,
    sex            varchar(10),
    postal_code    varchar(7)   not null,
    prefecture     varchar(10)  not null,
    city           varchar(200) not null,
    line1          varchar(200) not null,
    line2          varchar(200) not null,
    media_code     varchar(50),
    state          varchar(10)  not null default 'ACTIVE',
    attention      boolean      not null default false,
    attention_note varchar(500),
    registered_at  timestamptz  not null,
    name_key       varchar(400) not null,
    kana_key       varchar(400) not null,
    phone_key      varchar(40)  not null,
    email_key      varchar(254) not null,
    address_key    varchar(700) not null,
    constraint customer_pk primary key (number),
    constraint customer_sex_known check (sex in ('MALE', 'FEMALE', 'OTHER')),
    constraint customer_state_known check (state in ('ACTIVE', 'DORMANT'))
);
comment on table customer is 'People who order.';
comment on column customer.version is 'Optimistic lock.';
comment on column customer.line1 is 'Town and house number.';
comment on column customer.line2 is 'Building and room.';
comment on column customer.media_code is 'Advertisement through which the customer first came.';
comment on column customer.state is 'DORMANT customers are not approached.';
comment on column customer.attention is 'Whether operators are to take special care (注意顧客).';
comment on column customer.name_key is 'The name as it is compared and searched: one width, no spaces, plain forms of characters.';
comment on column customer.kana_key is 'The reading as it is compared and searched: katakana, no spaces.';
comment on column customer.phone_key is 'Digits as dialled inside Japan.';
comment on column customer.email_key is 'Lower case.';
comment on column customer.address_key is 'The address as it is compared: equal keys are one place of delivery.';

create index customer_name_parts on customer using gin (name_grams(name_key, kana_key));
create index customer_number_prefix on customer (number varchar_pattern_ops);
create index customer_phone_prefix on customer (phone_key varchar_pattern_ops) where phone_key <> '';
-- Operators type the last digits of the number that calls.
create index customer_phone_end on customer (reverse(phone_key) varchar_pattern_ops) where phone_key <> '';
-- Beginnings of addresses in any collation; equality is served by the same index.
create index customer_email_prefix on customer (email_key varchar_pattern_ops) where email_key <> '';
create index customer_by_address on customer (md5(address_key));
create index customer_postal_code on customer (postal_code varchar_pattern_ops);
-- The list of customers can be sorted by each of its columns.
create index customer_registered on customer (registered_at desc, number);
create index customer_by_name on customer (name_key, number);
create index customer_by_kana on customer (kana_key, number);
create index customer_by_phone on customer (phone_key, number);
create index customer_by_state on customer (state, number);

create table customer_change (
    id              bigint generated always as identity,
    customer_number varchar(20)  not null,
    changed_at      timestamptz  not null,
    changed_by      varchar(100) not null,
    field           varchar(50)  not null,
    before          varchar(700) not null,
    after           varchar(700) not null,
    constraint customer_change_pk primary key (id),
    constraint customer_change_customer foreign key (customer_number) references customer on delete cascade
);
create index customer_change_of on customer_change (customer_number, id);
comment on table customer_change is 'Changes of customers'' data, a row a field.';
comment on column customer_change.field is 'Name of the field in the API, such as address.city.';

create table postal_area (
    id              bigint generated always as identity,
    zip             varchar(7)   not null,
    prefecture      varchar(10)  not null,
    city            varchar(50)  not null,
    town            varchar(200) not null,
    street          varchar(200) not null default '',
    office          varchar(200) not null default '',
    prefecture_kana varchar(20)  not null default '',
    city_kana       varchar(100) not null default '',
    town_kana       varchar(400) not null default '',
    constraint postal_area_pk primary key (id)
);
create index postal_area_zip on postal_area (zip);
comment on table postal_area is 'Japan Post''s register of postal codes; a code may have several areas.';
comment on column postal_area.street is 'House numbers, for codes of large offices.';
comment on column postal_area.office is 'Name of a large office with a code of its own.';

create table postal_version (
    id        bigint generated always as identity,
    source    varchar(200) not null,
    data_date date         not null,
    areas     integer      not null,
    loaded_at timestamptz  not null,
    constraint postal_version_pk primary key (id)
);
comment on table postal_version is 'Loads of the postal code register; the latest row is in use.';
comment on column postal_version.source is 'Name of the file.';
comment on column postal_version.data_date is 'Day of the register.';
comment on column postal_version.areas is 'Number of areas in it.';

-- Published views: what other modules may read.

create view customers_customer_view as
select number, name, kana, phone, email, postal_code, prefecture, city, line1, line2, media_code, state, attention, registered_at,
       name_key, kana_key, phone_key, address_key
  from customer;
comment on view customers_customer_view is 'Customers, with the keys that find them.';

create view customers_postal_area_view as
select id, zip, prefecture, city, town, street, office from postal_area;
comment on view customers_postal_area_view is 'Areas of the postal code register.';
