-- Order entry by telephone: drafts and form tokens.

create table order_draft (
    token      varchar(50) not null,
    owner      text        not null,
    revision   int         not null,
    content    text        not null,
    started_at timestamptz not null,
    saved_at   timestamptz not null,
    constraint order_draft_pk primary key (token)
);
create index order_draft_of on order_draft (owner, saved_at desc);
create index order_draft_old on order_draft (saved_at);
comment on table order_draft is 'Orders being typed, so that nothing is lost when a browser crashes. Only their owner may open them.';
comment on column order_draft.token is 'Token of the form.';
comment on column order_draft.owner is 'Username.';
comment on column order_draft.revision is 'Counts savings; an older one does not overwrite a newer.';
comment on column order_draft.content is 'JSON, encrypted.';

create table form_token (
    token   varchar(50) not null,
    made    varchar(50) not null default '',
    used_at timestamptz not null,
    constraint form_token_pk primary key (token)
);
comment on table form_token is 'Forms that were submitted: one that is sent twice makes one thing.';
comment on column form_token.made is 'Number of what was made; empty while it is being made.';
