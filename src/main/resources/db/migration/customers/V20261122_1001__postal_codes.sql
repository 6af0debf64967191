create table postal_area (
    id              bigint generated always as identity constraint postal_area_pk primary key,
    zip             varchar(7) not null,
    prefecture      varchar(10) not null,
    city            varchar(50) not null,
    town            varchar(200) not null,
    street          varchar(200) not null default '',
    office          varchar(200) not null default '',
    prefecture_kana varchar(20) not null default '',
    city_kana       varchar(100) not null default '',
    town_kana       varchar(400) not null default ''
);

create index postal_area_zip on postal_area (zip);

create table postal_version (
    id        bigint generated always as identity constraint postal_version_pk primary key,
    source    varchar(200) not null,
    data_date date not null,
    areas     integer not null,
    loaded_at timestamptz not null
);
