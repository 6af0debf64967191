-- The mail catcher of demo and tests; nothing is written here in production.

create table caught_mail (
    id        bigint generated always as identity,
    caught_at timestamptz not null,
    recipient text        not null,
    subject   text        not null,
    body      text        not null,
    content   bytea       not null,
    constraint caught_mail_pk primary key (id)
);
comment on table caught_mail is 'Mail caught by the built-in mail server; empty in production.';
comment on column caught_mail.body is 'The text, decoded.';
comment on column caught_mail.content is 'The mail as it was sent.';
