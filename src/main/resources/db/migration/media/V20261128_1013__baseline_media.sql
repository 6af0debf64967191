-- Advertising media: what brings orders.

create table medium (
    code    text    not null,
    version bigint  not null default 0,
    name    text    not null,
    dialled text,
    active  boolean not null default true,
    constraint medium_pk primary key (code),
    constraint medium_dialled_once unique (dialled),
    constraint medium_dialled_digits check (dialled ~ '^[0-9]{9,15}$')
);
comment on table medium is 'Advertisements that bring orders.';
comment on column medium.version is 'Optimistic lock.';
comment on column medium.dialled is 'Telephone number printed in the advertisement: a call to it tells the medium.';
