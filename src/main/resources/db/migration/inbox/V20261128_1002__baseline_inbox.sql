-- One list of tasks for people, with its history, views and skills.

-- Text is found by its single characters and pairs: a trigram index can't answer a Japanese word of two characters.
create function word_parts(japanese text, english text) returns text[]
    language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct part), '{}')
    from (select substr(word, i, len) as part
          from unnest(array[lower(japanese), lower(english)]) as word,
               generate_series(1, length(word)) as i,
               generate_series(1, 2) as len) as parts
$$;
comment on function word_parts(text, text) is 'Single characters and pairs of a text in two languages, for GIN indexes.';

create table task (
    id               bigint generated always as identity,
    key              text        not null,
    type             text        not null,
    group_name       text        not null,
    reason           text        not null,
    reason_en        text        not null,
    reason_masked    text,
    reason_masked_en text,
    persons          text,
    decisions        text[]      not null,
    subject_kind     text        not null,
    subject_key      text        not null,
    shown_kind       text        not null,
    shown_key        text        not null,
    process          text,
    business_key     text,
    engine_task_id   text,
    yen              bigint      not null default 0,
    attention        boolean     not null default false,
    priority         int         not null default 0,
    created_at       timestamptz not null,
    due_at           timestamptz,
    effective_due_at timestamptz not null,
    cause            text        not null generated always as
        (left(md5(type || ':' || regexp_replace(reason, '[A-Za-z]*[0-9][0-9A-Za-z,:/.-]{4,}', '#', 'g')), 12)) stored,
    assignee         text,
    snoozed_until    timestamptz,
    snooze_reason    text,
    state            text        not null default 'OPEN',
    decision         text,
    comment          text,
    ended_by         text,
    ended_at         timestamptz,
    constraint task_pk primary key (id),
    constraint task_key_once unique (key),
    constraint task_engine_task_once unique (engine_task_id),
    constraint task_state check (state in ('OPEN', 'DONE', 'CLOSED'))
);
create index task_open_by_effective_due on task (effective_due_at, id) where state = 'OPEN';
create index task_open_by_due on task (due_at, id) where state = 'OPEN';
create index task_open_by_due_last on task (due_at desc nulls last, id desc) where state = 'OPEN';
create index task_open_by_yen on task (yen, id) where state = 'OPEN';
create index task_open_by_holder on task (assignee, id) where state = 'OPEN';
create index task_open_by_age on task (created_at, id) where state = 'OPEN';
create index task_open_by_kind on task (group_name, type) include (due_at, snoozed_until) where state = 'OPEN';
create index task_open_by_cause on task (cause) where state = 'OPEN';
create index task_open_by_business_key on task (business_key) where state = 'OPEN';
create index task_open_by_words on task using gin (word_parts(reason, reason_en)) where state = 'OPEN';
create index task_open_by_person on task using gin (word_parts(persons, null)) where state = 'OPEN' and persons is not null;
create index task_snoozed on task (snoozed_until) where state = 'OPEN' and snoozed_until is not null;
create index task_done_by_type on task (type, ended_at) where state = 'DONE';
comment on table task is 'Decisions that people have to take, open and ended.';
comment on column task.key is 'Names the occasion: the same one opens no second task.';
comment on column task.type is 'Code of the kind of task, such as review-order.';
comment on column task.group_name is 'Staff group whose work it is: orders, shipping, accounting, marketing or operations.';
comment on column task.reason is 'Why a person is asked, in Japanese.';
comment on column task.reason_masked is 'The reason without personal data, for those who may not see it; null when the reason has none.';
comment on column task.persons is 'Names and phone numbers of the people concerned as person_key writes them, for search.';
comment on column task.decisions is 'Codes of the possible decisions, in the order in which they are offered.';
comment on column task.subject_kind is 'What kind of thing the task is about, such as DEPOSIT. An open set: modules contribute the kinds.';
comment on column task.subject_key is 'Key of that thing in the module that owns it.';
comment on column task.shown_kind is 'Kind of the subject that lists show: an order where one is concerned, else the task''s own subject.';
comment on column task.shown_key is 'Key of the subject that lists show and sort by.';
comment on column task.process is 'Process definition key of the process that waits for the decision.';
comment on column task.business_key is 'Business key of the case that waits.';
comment on column task.engine_task_id is 'User task of the engine that the decision completes.';
comment on column task.yen is 'Amount at stake, in yen.';
comment on column task.attention is 'Whether a customer who needs attention is concerned.';
comment on column task.priority is 'Days by which the task is more urgent than others of its due time.';
comment on column task.effective_due_at is 'Sort key of the inbox, lower first: the due time, brought forward by what makes the task urgent.';
comment on column task.cause is 'Fingerprint of type and reason without figures: equal for tasks that can be decided together.';
comment on column task.assignee is 'Username of whoever has claimed it.';
comment on column task.state is 'OPEN, DONE (decided by a person) or CLOSED (no longer needed).';

create table task_subject (
    task_id bigint not null,
    kind    text   not null,
    key     text   not null,
    constraint task_subject_pk primary key (task_id, kind, key),
    constraint task_subject_task foreign key (task_id) references task
);
-- By the beginning of a key, which an index in the language's collation can't find.
create index task_subject_by_key on task_subject (key text_pattern_ops, kind);
comment on table task_subject is 'Everything that a task concerns, its own subject among it.';
comment on column task_subject.kind is 'Kind of thing, such as ORDER, SHIPMENT or DEPOSIT.';
comment on column task_subject.key is 'Key of the thing in the module that owns it.';

create table task_history (
    id      bigint generated always as identity,
    task_id bigint      not null,
    at      timestamptz not null,
    kind    text        not null,
    who     text        not null,
    detail  text,
    until   timestamptz,
    note    text,
    txid    xid8        not null default pg_current_xact_id(),
    constraint task_history_pk primary key (id),
    constraint task_history_task foreign key (task_id) references task,
    constraint task_history_kind check (kind in
        ('OPENED', 'CLAIMED', 'RELEASED', 'ASSIGNED', 'SNOOZED', 'WOKEN', 'DECIDED', 'CLOSED'))
);
create index task_history_by_task on task_history (task_id, id);
create index task_history_by_txid on task_history (txid);
create trigger task_history_append_only before update or delete on task_history
    for each row execute function refuse_change();
comment on table task_history is 'What happened to tasks, for people to read and for nodes to follow. Append-only.';
comment on column task_history.detail is 'Decision taken or person assigned, depending on the kind.';
comment on column task_history.until is 'End of a snooze.';
comment on column task_history.txid is 'Transaction that wrote the row: a reader asks for all that was committed since it last looked, in whatever order the transactions ended.';

create table task_type (
    type       text not null,
    group_name text not null,
    constraint task_type_pk primary key (type, group_name)
);
comment on table task_type is 'Every kind of task that was ever opened, with its staff group.';

create table staff_skill (
    username  text not null,
    task_type text not null,
    constraint staff_skill_pk primary key (username, task_type),
    constraint staff_skill_user foreign key (username) references staff_user on delete cascade
);
comment on table staff_skill is 'Kinds of task that a person handles; a person without a row for a group handles every kind of it.';

create table saved_filter (
    id         bigint generated always as identity,
    owner      text not null,
    name       text not null,
    query      text not null,
    group_name text,
    constraint saved_filter_pk primary key (id),
    constraint saved_filter_named_once unique (owner, name),
    constraint saved_filter_owner foreign key (owner) references staff_user on delete cascade
);
comment on table saved_filter is 'Filters of the inbox that people have saved.';
comment on column saved_filter.query is 'Query string of the inbox page.';
comment on column saved_filter.group_name is 'Staff group the filter is shared with; null when it is the owner''s alone.';

create unlogged table task_presence (
    task_id bigint      not null,
    who     text        not null,
    seen_at timestamptz not null,
    constraint task_presence_pk primary key (task_id, who)
);
comment on table task_presence is 'Who has a task open on screen. Written every few seconds and worth nothing after a crash, so not logged.';

-- Published views: what other modules may read.

create view inbox_task_view as
select id, key, type, group_name, reason, reason_en, reason_masked, reason_masked_en, subject_kind, subject_key, process, business_key,
       engine_task_id, created_at, due_at, assignee, state
  from task;
comment on view inbox_task_view is 'Tasks, open and ended.';

create view inbox_task_subject_view as
select task_id, kind, key from task_subject;
comment on view inbox_task_subject_view is 'What tasks concern, by kind and key.';
