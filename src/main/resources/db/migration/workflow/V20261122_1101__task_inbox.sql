create table task (
    id             bigint generated always as identity primary key,
    key            text not null constraint task_key_once unique,
    type           text not null,
    group_name     text not null,
    reason         text not null,
    decisions      text not null,
    subject        text,
    process        text,
    business_key   text,
    engine_task_id text constraint task_engine_task_once unique,
    created_at     timestamptz not null,
    due_at         timestamptz,
    priority       int not null default 0,
    assignee       text,
    state          text not null default 'OPEN' constraint task_state check (state in ('OPEN', 'DONE', 'CLOSED')),
    decision       text,
    comment        text,
    ended_by       text,
    ended_at       timestamptz
);
create index task_open on task (group_name, priority desc, due_at) where state = 'OPEN';
create index task_open_by_business_key on task (business_key) where state = 'OPEN';
create index task_open_by_assignee on task (assignee) where state = 'OPEN';

create table task_order (
    task_id      bigint not null references task,
    order_number text not null,
    primary key (task_id, order_number)
);
create index task_order_by_order on task_order (order_number);
create index act_ru_execution_root_by_key on act_ru_execution (business_key_) where parent_id_ is null;
