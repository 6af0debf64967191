-- What orders the list, and what a colleague sees of it. rank_at is the moment by which a task presses: its due time,
-- drawn nearer by what makes it urgent; a lower one comes first. cause is the same for tasks that differ in numbers only.
alter table task
    add column rank_at       timestamptz,
    add column yen           bigint not null default 0,
    add column attention     boolean not null default false,
    add column first_order   text,
    add column snoozed_until timestamptz,
    add column snooze_reason text,
    add column cause         text not null generated always as
        (left(md5(type || ':' || regexp_replace(reason, '[A-Za-z]*[0-9][0-9A-Za-z,:/.-]{4,}', '#', 'g')), 12)) stored;
update task set rank_at = coalesce(due_at, created_at + interval '3 days') - make_interval(days => priority),
       first_order = (select min(order_number) from task_order o where o.task_id = task.id);
alter table task alter column rank_at set not null;

drop index task_open;
drop index task_open_by_assignee;
create index task_open_by_rank on task (rank_at, id) where state = 'OPEN';
create index task_open_by_due on task (due_at, id) where state = 'OPEN';
create index task_open_by_due_last on task (due_at desc nulls last, id desc) where state = 'OPEN';
create index task_open_by_yen on task (yen, id) where state = 'OPEN';
create index task_open_by_holder on task (assignee, id) where state = 'OPEN';
create index task_open_by_age on task (created_at, id) where state = 'OPEN';
create index task_open_by_kind on task (group_name, type) include (due_at, snoozed_until) where state = 'OPEN';
create index task_open_by_cause on task (cause) where state = 'OPEN';
create index task_order_by_beginning on task_order (order_number text_pattern_ops);
create index task_snoozed on task (snoozed_until) where state = 'OPEN' and snoozed_until is not null;
create index task_done_by_type on task (type, ended_at) where state = 'DONE';

-- What happened to a task, for people to read and for all nodes to follow: txid lets a reader ask for all
-- that was committed since it last looked, in whatever order the transactions ended.
create table task_history (
    id      bigint generated always as identity primary key,
    task_id bigint not null references task,
    at      timestamptz not null,
    kind    text not null constraint task_history_kind check (kind in
            ('OPENED', 'CLAIMED', 'RELEASED', 'ASSIGNED', 'SNOOZED', 'WOKEN', 'DECIDED', 'CLOSED')),
    who     text not null,
    detail  text,
    until   timestamptz,
    note    text,
    txid    xid8 not null default pg_current_xact_id()
);
create index task_history_by_task on task_history (task_id, id);
create index task_history_by_txid on task_history (txid);
create trigger task_history_append_only before update or delete on task_history
    for each row execute function refuse_change();

-- Who can do what: no row means that a person handles every kind of the group.
create table staff_skill (
    username  text not null references staff_user on delete cascade,
    task_type text not null,
    primary key (username, task_type)
);

-- Every kind of task that was ever opened.
create table task_type (
    type       text not null,
    group_name text not null,
    primary key (type, group_name)
);
insert into task_type select distinct type, group_name from task;

create table task_view (
    id         bigint generated always as identity primary key,
    owner      text not null references staff_user on delete cascade,
    name       text not null,
    query      text not null,
    group_name text,
    constraint task_view_named_once unique (owner, name)
);

-- Worth nothing after a crash, and written every few seconds: not logged.
create unlogged table task_viewer (
    task_id bigint not null,
    who     text not null,
    seen_at timestamptz not null,
    primary key (task_id, who)
);
