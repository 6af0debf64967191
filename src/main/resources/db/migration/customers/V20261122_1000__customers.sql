create sequence customer_number_seq;

create table customer (
    number         varchar(20) constraint customer_pk primary key,
    version        bigint not null default 0,
    name           varchar(100) not null,
    kana           varchar(200),
    phone          varchar(40),
    email          varchar(254),
    birth_date     date,
    sex            varchar(10) constraint customer_sex_known check (sex in ('MALE', 'FEMALE', 'OTHER')),
    postal_code    varchar(7) not null,
    prefecture     varchar(10) not null,
    city           varchar(200) not null,
    line1          varchar(200) not null,
    line2          varchar(200) not null,
    media_code     varchar(50),
    state          varchar(10) not null default 'ACTIVE'
        constraint customer_state_known check (state in ('ACTIVE', 'DORMANT')),
    attention      boolean not null default false,
    attention_note varchar(500),
    registered_at  timestamptz not null,
    name_key       varchar(400) not null,
    kana_key       varchar(400) not null,
    phone_key      varchar(40) not null,
    email_key      varchar(254) not null,
    door_key       varchar(700) not null
);

create index customer_number_prefix on customer (number varchar_pattern_ops);
create index customer_phone_prefix on customer (phone_key varchar_pattern_ops) where phone_key <> '';
create index customer_email on customer (email_key) where email_key <> '';
create index customer_door on customer (md5(door_key));
create index customer_postal_code on customer (postal_code varchar_pattern_ops);
create index customer_registered on customer (registered_at desc, number);

-- A trigram index can't answer the two characters of 山田, and most searches here are that short: names are
-- found by their single characters and pairs instead.
create function customer_grams(name text, kana text) returns text[]
    language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct gram), '{}')
    from (select substr(word, i, len) as gram
          from unnest(array[name, kana]) as word,
               generate_series(1, length(word)) as i,
               generate_series(1, 2) as len) as grams
$$;
create index customer_name_parts on customer using gin (customer_grams(name_key, kana_key));

create table customer_change (
    id              bigint generated always as identity constraint customer_change_pk primary key,
    customer_number varchar(20) not null
        constraint customer_change_customer references customer on delete cascade,
    changed_at      timestamptz not null,
    changed_by      varchar(100) not null,
    field           varchar(50) not null,
    before          varchar(700) not null,
    after           varchar(700) not null
);

create index customer_change_of on customer_change (customer_number, id);
