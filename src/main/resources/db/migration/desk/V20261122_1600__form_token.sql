-- A form that was sent twice makes one thing: its token remembers which.
create table form_token (
    token   varchar(50) constraint form_token_pk primary key,
    made    varchar(50) not null default '',
    used_at timestamptz not null
);
