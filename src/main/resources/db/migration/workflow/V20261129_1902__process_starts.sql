-- Processes whose cases have been made and prepared, and that workers of all nodes start (ADR 0112).
create table process_start (
    id           bigint      generated always as identity,
    process      text        not null,
    business_key text        not null,
    step         text        not null,
    created_at   timestamptz not null default clock_timestamp(),
    failed_at    timestamptz,
    constraint process_start_pk primary key (id),
    constraint process_start_once unique (business_key, process)
);
comment on table process_start is 'Processes to be started, written with what they are about where a night makes more than can be started at once. A row is deleted in the transaction that starts its process.';
comment on column process_start.id is 'They are started in this order.';
comment on column process_start.process is 'The process to start.';
comment on column process_start.business_key is 'Number of the order that the case is about.';
comment on column process_start.step is 'The step at which the process begins: what comes before it has been done.';
comment on column process_start.created_at is 'By the clock of the database, whatever the business clock shows.';
comment on column process_start.failed_at is 'When it could not be started, not even at the beginning of the process; it is tried again a minute later.';

alter table process_start set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create view workflow_queued_start_view as
select process, business_key from process_start;
comment on view workflow_queued_start_view is 'Cases whose process is queued: it starts in some moments, at the latest with the first message to it.';
