alter table api_client
    add column permissions text[] not null default '{}',
    add column ends_at timestamptz,
    add column last_used_at timestamptz,
    add column created_by text not null default 'system',
    add column revoked_at timestamptz;
comment on column api_client.permissions is 'What it may do, beside what its roles give.';
comment on column api_client.ends_at is 'From then on the token is no longer good.';
