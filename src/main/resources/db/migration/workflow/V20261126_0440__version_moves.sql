-- Moving running cases to a newer version of their process: what was to be moved, and what came of each.
create table version_move (
    id              bigint generated always as identity primary key,
    process         text not null,
    from_definition text not null,
    from_version    int not null,
    to_definition   text not null,
    to_version      int not null,
    started_by      text not null,
    started_at      timestamptz not null,
    ended_at        timestamptz
);
create unique index version_move_one_at_a_time on version_move (from_definition) where ended_at is null;

create table version_move_case (
    move_id      bigint not null references version_move,
    instance     text not null,
    business_key text,
    state        text not null default 'TODO' constraint version_move_case_state check (state in ('TODO', 'MOVED', 'LEFT')),
    reason       text,
    primary key (move_id, instance)
);
create index version_move_case_todo on version_move_case (move_id) where state = 'TODO';
