-- What the mail server inside the demo has caught.
create table caught_mail (
    id        bigint generated always as identity,
    caught_at timestamptz not null,
    recipient text        not null,
    subject   text        not null,
    body      text        not null,
    content   bytea       not null,
    constraint caught_mail_pk primary key (id)
);
