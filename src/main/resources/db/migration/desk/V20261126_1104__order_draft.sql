-- Orders being typed, so that a browser may crash. The content is encrypted; who typed it may open it, nobody else.
create table order_draft (
    token      varchar(50) constraint order_draft_pk primary key,
    owner      text not null,
    revision   int not null,
    content    text not null,
    started_at timestamptz not null,
    saved_at   timestamptz not null
);
create index order_draft_of on order_draft (owner, saved_at desc);
create index order_draft_old on order_draft (saved_at);
