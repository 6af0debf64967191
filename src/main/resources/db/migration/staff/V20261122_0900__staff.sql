create table staff_user (
    username text constraint staff_user_pk primary key,
    display_name text not null,
    password text not null,
    roles text[] not null,
    active boolean not null default true,
    must_change_password boolean not null default false,
    created_at timestamptz not null,
    constraint staff_user_username_lower_case check (username = lower(username)),
    constraint staff_user_roles_known check (
        roles <@ array['OPERATOR', 'SHIPPING', 'ACCOUNTING', 'MARKETING', 'MANAGER', 'ADMIN']::text[])
);

-- Only the SHA-256 of a token is kept: who reads this table can not call the API with it.
create table api_client (
    name text constraint api_client_pk primary key,
    token_hash text not null constraint api_client_token_unique unique,
    roles text[] not null,
    active boolean not null default true,
    created_at timestamptz not null,
    constraint api_client_roles_known check (
        roles <@ array['OPERATOR', 'SHIPPING', 'ACCOUNTING', 'MARKETING', 'MANAGER', 'ADMIN']::text[])
);

create table audit_entry (
    id bigint generated always as identity constraint audit_entry_pk primary key,
    at timestamptz not null,
    who text not null,
    action text not null,
    subject text not null,
    detail text not null
);
create index audit_entry_subject on audit_entry (subject, id desc);
create index audit_entry_who on audit_entry (who, id desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_audit_change();
create trigger audit_entry_not_emptied before truncate on audit_entry
    for each statement execute function refuse_audit_change();
