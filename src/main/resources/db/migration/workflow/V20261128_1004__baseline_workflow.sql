-- What we keep beside the process engine: indexes on its tables, limits of steps, incident resolutions, figures of
-- past days and version moves. The engine's own tables (act_*) are created by EngineSchema just before.

create index act_ru_execution_root_by_key on act_ru_execution (business_key_) where parent_id_ is null;
-- The maps count the open steps of all running cases every few seconds: from this index alone, whatever the history.
create index act_hi_actinst_open on act_hi_actinst (proc_def_key_, act_id_, start_time_) include (act_type_, proc_inst_id_)
    where end_time_ is null;
-- Started and finished in a period, per process.
create index act_hi_procinst_started on act_hi_procinst (proc_def_key_, start_time_);
create index act_hi_procinst_ended on act_hi_procinst (proc_def_key_, end_time_) include (start_time_);
-- Most jobs are timers of days to come: those that are due are found without reading them all.
create index act_ru_job_due on act_ru_job (duedate_) where retries_ > 0;

-- Rows that come and go all day: dead ones are vacuumed long before they are a fifth of the table.
alter table act_ru_job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
alter table act_ru_execution set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
alter table act_ru_event_subscr set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create table step_target (
    process        text        not null,
    step           text        not null,
    target_seconds bigint      not null,
    limit_seconds  bigint      not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    constraint step_target_pk primary key (process, step),
    constraint step_target_positive check (target_seconds > 0),
    constraint step_target_below_limit check (target_seconds <= limit_seconds)
);
comment on table step_target is 'How long a case should wait at a step, and how long at most. The watchdog alerts beyond the limit.';
comment on column step_target.step is 'Id of the element in the diagram.';
comment on column step_target.target_seconds is 'Usual time, in seconds.';
comment on column step_target.limit_seconds is 'Longest acceptable time, in seconds.';

insert into step_target (process, step, target_seconds, limit_seconds, changed_by, changed_at)
select process, step, extract(epoch from target::interval), extract(epoch from longest::interval), 'system', now()
  from (values
    ('order', 'check-order', '1 minute', '15 minutes'),
    ('order', 'review-order', '8 hours', '2 days'),
    ('order', 'await-payment', '7 days', '24 days'),
    ('order', 'await-stock', '7 days', '18 days'),
    ('order', 'date-unreachable', '8 hours', '2 days'),
    ('order', 'await-ship-day', '14 days', '62 days'),
    ('order', 'await-parcels', '7 days', '21 days'),
    ('order', 'await-settlement', '14 days', '31 days'),
    ('order', 'settlement-overdue', '1 day', '5 days'),
    ('order', 'order-on-hold', '1 day', '7 days'),
    ('clarify-order', 'review-order', '8 hours', '2 days'),
    ('secure-payment', 'await-card', '5 minutes', '1 hour'),
    ('secure-payment', 'payment-declined', '8 hours', '3 days'),
    ('secure-payment', 'payment-unknown', '4 hours', '1 day'),
    ('secure-payment', 'await-deposit', '7 days', '21 days'),
    ('secure-payment', 'arrange-payment', '1 day', '3 days'),
    ('obtain-stock', 'await-stock', '7 days', '15 days'),
    ('obtain-stock', 'stock-missing', '1 day', '3 days'),
    ('agree-ship-day', 'date-unreachable', '8 hours', '2 days'),
    ('chase-settlement', 'settlement-overdue', '1 day', '5 days'),
    ('shipment', 'await-acknowledgement', '1 hour', '6 hours'),
    ('shipment', 'instruction-rejected', '4 hours', '1 day'),
    ('shipment', 'await-shipping', '1 day', '3 days'),
    ('shipment', 'await-delivery', '2 days', '10 days'),
    ('shipment', 'parcel-overdue', '4 hours', '2 days'),
    ('shipment', 'delivery-trouble', '4 hours', '3 days'),
    ('shipment', 'await-cancel-answer', '30 minutes', '28 hours'),
    ('chase-parcel', 'parcel-overdue', '4 hours', '2 days'),
    ('resolve-delivery-exception', 'delivery-trouble', '4 hours', '3 days'),
    ('negotiate-cancellation', 'await-cancel-answer', '30 minutes', '4 hours'),
    ('negotiate-cancellation', 'pause-before-repeat', '10 minutes', '30 minutes'),
    ('negotiate-cancellation', 'cancel-too-late', '2 hours', '1 day'),
    ('ship-wave', 'release-wave', '10 minutes', '1 hour')) as seed (process, step, target, longest);

create table step_target_change (
    id             bigint generated always as identity,
    process        text        not null,
    step           text        not null,
    target_before  bigint,
    target_seconds bigint      not null,
    limit_before   bigint,
    limit_seconds  bigint      not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    constraint step_target_change_pk primary key (id)
);
create index step_target_change_by_step on step_target_change (process, step, id desc);
create trigger step_target_change_append_only before update or delete on step_target_change
    for each row execute function refuse_change();
comment on table step_target_change is 'Every change of a step target. Append-only.';
comment on column step_target_change.target_before is 'Seconds; null when the step had no target.';

create table incident_resolution (
    id           bigint generated always as identity,
    incident     text        not null,
    job          text        not null,
    process      text        not null,
    instance     text        not null,
    business_key text        not null,
    step         text        not null,
    kind         text        not null,
    yen          bigint      not null,
    reason       text        not null default '',
    batch        text,
    state        text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    check_at     timestamptz,
    outcome_at   timestamptz,
    outcome_step text,
    seen         boolean     not null default false,
    constraint incident_resolution_pk primary key (id),
    constraint incident_resolution_kind check (kind in ('RETRY', 'SKIP')),
    constraint incident_resolution_state check (state in ('ASKED', 'REFUSED', 'ACTED', 'MOVED_ON', 'STUCK_AGAIN')),
    constraint incident_resolution_by_two check (state <> 'REFUSED' or decided_by is not null)
);
create unique index incident_resolution_one_open_request on incident_resolution (incident) where state = 'ASKED';
create index incident_resolution_to_check on incident_resolution (check_at) where state = 'ACTED';
create index incident_resolution_by_incident on incident_resolution (incident);
create index incident_resolution_by_case on incident_resolution (business_key, id desc);
create index incident_resolution_unseen on incident_resolution (asked_by) where not seen and state in ('REFUSED', 'MOVED_ON', 'STUCK_AGAIN');
create index incident_resolution_by_batch on incident_resolution (batch) where batch is not null;
comment on table incident_resolution is 'What people did about steps that failed for good: who asked, who approved, and what came of it.';
comment on column incident_resolution.incident is 'Incident id of the engine.';
comment on column incident_resolution.job is 'Job id of the engine.';
comment on column incident_resolution.instance is 'Process instance id of the engine.';
comment on column incident_resolution.step is 'Id of the failed element in the diagram.';
comment on column incident_resolution.yen is 'Amount at stake in yen, compared with the limit above which a second person approves.';
comment on column incident_resolution.batch is 'Common to requests that were made at once.';
comment on column incident_resolution.check_at is 'When to look whether the case has moved on.';
comment on column incident_resolution.outcome_step is 'Where the case was when it was looked at.';
comment on column incident_resolution.seen is 'Whether the person who asked has seen the outcome.';

create table approval_threshold (
    only_row     boolean     not null default true,
    above_amount bigint      not null,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    constraint approval_threshold_pk primary key (only_row),
    constraint approval_threshold_one_row check (only_row),
    constraint approval_threshold_not_negative check (above_amount >= 0)
);
insert into approval_threshold (above_amount, changed_by, changed_at) values (100000, 'system', now());
comment on table approval_threshold is 'One row: the amount above which resolving an incident needs the approval of a second person.';
comment on column approval_threshold.only_row is 'Always true: allows a single row.';
comment on column approval_threshold.above_amount is 'Yen.';

create table process_day (
    process     text   not null,
    day         date   not null,
    started     bigint not null,
    finished    bigint not null,
    lead_median bigint,
    lead_p90    bigint,
    open_at_end bigint not null,
    constraint process_day_pk primary key (process, day)
);
comment on table process_day is 'Trends: one row per process and day that is over, written once.';
comment on column process_day.started is 'Cases started that day.';
comment on column process_day.finished is 'Cases finished that day.';
comment on column process_day.lead_median is 'Median of the lead times of the cases finished that day, in seconds.';
comment on column process_day.lead_p90 is '90th percentile of the lead times, in seconds.';
comment on column process_day.open_at_end is 'Cases running at the end of the day.';

create table process_migration (
    id              bigint generated always as identity,
    process         text        not null,
    from_definition text        not null,
    from_version    int         not null,
    to_definition   text        not null,
    to_version      int         not null,
    started_by      text        not null,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    constraint process_migration_pk primary key (id)
);
create unique index process_migration_one_at_a_time on process_migration (from_definition) where ended_at is null;
comment on table process_migration is 'Migrations of running cases to a newer version of their process.';
comment on column process_migration.from_definition is 'Process definition id of the engine.';

create table process_migration_case (
    move_id      bigint not null,
    instance     text   not null,
    business_key text,
    state        text   not null default 'TODO',
    reason       text,
    constraint process_migration_case_pk primary key (move_id, instance),
    constraint process_migration_case_move foreign key (move_id) references process_migration,
    constraint process_migration_case_state check (state in ('TODO', 'MOVED', 'LEFT'))
);
create index process_migration_case_todo on process_migration_case (move_id) where state = 'TODO';
comment on table process_migration_case is 'Cases of a version move, and what came of each.';
comment on column process_migration_case.instance is 'Process instance id of the engine.';
comment on column process_migration_case.reason is 'Why the case was left on its old version.';

-- Published views: what other modules may read.

create view workflow_running_case_view as
select d.key_ as process, e.business_key_ as business_key, e.id_ as case_id
  from act_ru_execution e
  join act_re_procdef d on d.id_ = e.proc_def_id_
 where e.parent_id_ is null and e.super_exec_ is null;
comment on view workflow_running_case_view is 'Running cases by process definition key and business key: what they call belongs to them.';

create view workflow_current_step_view as
select proc_inst_id_ as case_id, act_id_ as step from act_ru_execution where act_id_ is not null;
comment on view workflow_current_step_view is 'Steps at which running process instances stand.';

create view workflow_case_view as
select proc_def_key_ as process, business_key_ as business_key, start_time_ as started_at, end_time_ as ended_at
  from act_hi_procinst;
comment on view workflow_case_view is 'Process instances, running and ended.';
