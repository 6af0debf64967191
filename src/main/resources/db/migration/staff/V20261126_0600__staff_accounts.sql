alter table staff_user
    add column initial_until timestamptz,
    add column password_changed_at timestamptz,
    add column last_sign_in_at timestamptz,
    add column second_factor text,
    add column second_factor_step bigint;
comment on column staff_user.initial_until is 'A one-time password is good for a first sign-in until then.';
comment on column staff_user.second_factor is 'Secret of the code generator, encrypted.';
comment on column staff_user.second_factor_step is 'Half minute of the last code taken: no code is good twice.';

-- Only the SHA-256 of a code is kept; each has 50 random bits and is good once.
create table recovery_code (
    username text not null constraint recovery_code_user_fk references staff_user,
    code_hash text not null,
    constraint recovery_code_pk primary key (username, code_hash)
);

-- What went wrong lately at a door, by account and by address; the same for names that do not exist.
create table sign_in_failure (
    door text constraint sign_in_failure_pk primary key,
    failures int not null,
    last_at timestamptz not null,
    closed_until timestamptz not null
);
