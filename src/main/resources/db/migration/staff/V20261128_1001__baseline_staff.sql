-- Staff accounts, API clients, sessions, and the audit trail with its hash chain.

create table staff_user (
    username                    text        not null,
    display_name                text        not null,
    password                    text        not null,
    roles                text[]      not null,
    active                      boolean     not null default true,
    must_change_password        boolean     not null default false,
    created_at                  timestamptz not null,
    initial_password_expires_at timestamptz,
    password_changed_at         timestamptz,
    last_sign_in_at             timestamptz,
    totp_secret                 text,
    totp_last_step              bigint,
    constraint staff_user_pk primary key (username),
    constraint staff_user_username_lower_case check (username = lower(username)),
    constraint staff_user_roles_known check (
        roles <@ array['OPERATOR', 'SHIPPING', 'ACCOUNTING', 'MARKETING', 'MANAGER', 'ADMIN']::text[])
);
comment on table staff_user is 'People who sign in.';
comment on column staff_user.password is 'Hash with the name of its algorithm in front.';
comment on column staff_user.initial_password_expires_at is 'A one-time password is good for a first sign-in until then.';
comment on column staff_user.totp_secret is 'Secret of the code generator, encrypted; null without a second factor.';
comment on column staff_user.totp_last_step is 'Half minute (since 1970) of the last code taken: no code is good twice.';

create table recovery_code (
    username  text not null,
    code_hash text not null,
    constraint recovery_code_pk primary key (username, code_hash),
    constraint recovery_code_user_fk foreign key (username) references staff_user
);
comment on table recovery_code is 'Codes for people who have lost their second factor; a row goes when its code is used.';
comment on column recovery_code.code_hash is 'SHA-256; the code itself has 50 random bits and is not stored.';

create table sign_in_failure (
    throttle_key text        not null,
    failures     int         not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null,
    constraint sign_in_failure_pk primary key (throttle_key)
);
comment on table sign_in_failure is 'Recent failed sign-ins by account and by address, for throttling; names that do not exist count alike.';
comment on column sign_in_failure.throttle_key is 'What is throttled: account:<username> or address:<IP>.';
comment on column sign_in_failure.locked_until is 'Until then every further attempt is refused.';

create table api_client (
    name         text        not null,
    token_hash   text        not null,
    roles        text[]      not null,
    active       boolean     not null default true,
    created_at   timestamptz not null,
    permissions  text[]      not null default '{}',
    ends_at      timestamptz,
    last_used_at timestamptz,
    created_by   text        not null default 'system',
    revoked_at   timestamptz,
    constraint api_client_pk primary key (name),
    constraint api_client_token_unique unique (token_hash),
    constraint api_client_roles_known check (
        roles <@ array['OPERATOR', 'SHIPPING', 'ACCOUNTING', 'MARKETING', 'MANAGER', 'ADMIN']::text[])
);
comment on table api_client is 'Programs that call the API with a token.';
comment on column api_client.token_hash is 'SHA-256 of the token: reading this table does not let one call the API.';
comment on column api_client.permissions is 'What the client may do beyond what its roles give.';
comment on column api_client.ends_at is 'From then on the token is no longer good.';

-- Tables of spring-session-jdbc, as that library defines them.
create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
comment on table spring_session is 'Sessions of signed-in staff, shared by all nodes (spring-session-jdbc). Times in milliseconds since 1970, the interval in seconds.';

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'Attributes of sessions, serialised (spring-session-jdbc).';

create table audit_entry (
    id      bigint generated always as identity,
    at      timestamptz not null,
    who     text        not null,
    action  text        not null,
    subject text        not null,
    detail  text        not null,
    constraint audit_entry_pk primary key (id)
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_subject on audit_entry (subject, id desc);
create index audit_entry_who on audit_entry (who, id desc);
create index audit_entry_action on audit_entry (action, id desc);
-- Entries about a customer's order begin with its number.
create index audit_entry_about on audit_entry (split_part(detail, ' ', 1));
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_not_emptied before truncate on audit_entry
    for each statement execute function refuse_change();
comment on table audit_entry is 'Audit trail: who did what to which subject. Append-only.';
comment on column audit_entry.at is 'Business time.';
comment on column audit_entry.who is 'Username, name of an API client, or system.';
comment on column audit_entry.subject is 'Kind and key of what was acted on, such as order:A00000001.';

-- Each entry of the audit trail is sealed with a hash over itself and the seal before it, so that no entry can be
-- changed, removed or inserted without every later seal being wrong. Sealing follows within seconds, one node at a
-- time; whoever writes an entry does not wait for it.
create table audit_seal (
    no       bigint not null,
    entry_id bigint not null,
    hash     text   not null,
    constraint audit_seal_pk primary key (no),
    constraint audit_seal_entry_unique unique (entry_id)
);
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function refuse_change();
create trigger audit_seal_not_emptied before truncate on audit_seal
    for each statement execute function refuse_change();
comment on table audit_seal is 'Hash chain over the audit trail. Append-only.';
comment on column audit_seal.no is 'Position in the chain, from 1 without gaps.';
comment on column audit_seal.hash is 'SHA-256 over the previous hash, this number and the entry, in hexadecimal (audit_hash).';

create table audit_unsealed (
    entry_id bigint not null,
    constraint audit_unsealed_pk primary key (entry_id)
);
comment on table audit_unsealed is 'Entries of the audit trail that wait for their seal.';

create function note_unsealed() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed values (new.id);
    return null;
end $$;
create trigger audit_entry_unsealed after insert on audit_entry for each row execute function note_unsealed();

create function audit_hash(previous text, no bigint, e audit_entry) returns text language sql stable as $$
    select encode(sha256(convert_to(concat_ws(chr(31), previous, no::text, e.id::text,
        extract(epoch from e.at)::text, e.who, e.action, e.subject, e.detail), 'UTF8')), 'hex')
$$;
comment on function audit_hash(text, bigint, audit_entry) is 'The seal of an entry, given the seal before it.';

create function seal_audit(at_most int) returns int language plpgsql as $$
declare
    e audit_entry;
    last_no bigint;
    previous text;
    sealed int := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('seal-audit')) then
        return 0;
    end if;
    select s.no, s.hash into last_no, previous from audit_seal s order by s.no desc limit 1;
    if not found then
        last_no := 0;
        previous := '';
    end if;
    for e in select a.* from audit_unsealed u join audit_entry a on a.id = u.entry_id
              order by u.entry_id limit at_most loop
        last_no := last_no + 1;
        previous := audit_hash(previous, last_no, e);
        insert into audit_seal values (last_no, e.id, previous);
        delete from audit_unsealed where entry_id = e.id;
        sealed := sealed + 1;
    end loop;
    return sealed;
end $$;
comment on function seal_audit(int) is 'Seals the oldest unsealed entries and says how many; does nothing while another session seals.';
