-- What brings orders: each advertisement has a code, and often a telephone number of its own.
create table medium (
    code    text constraint medium_pk primary key,
    version bigint not null default 0,
    name    text not null,
    dialled text constraint medium_dialled_once unique
        constraint medium_dialled_digits check (dialled ~ '^[0-9]{9,15}$'),
    active  boolean not null default true
);
