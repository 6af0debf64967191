-- Messages to processes that a partner's news causes (ADR 0104): written with the news, delivered after its commit.
create table process_wake_up (
    id           bigint      generated always as identity,
    process      text        not null,
    message      text        not null,
    business_key text        not null,
    created_at   timestamptz not null default clock_timestamp(),
    constraint process_wake_up_pk primary key (id)
);
comment on table process_wake_up is 'Messages to processes, delivered and deleted right after the commit of what caused them. What a node leaves behind is delivered by another.';
comment on column process_wake_up.id is 'Messages to one case are delivered in this order.';
comment on column process_wake_up.process is 'The process of the case.';
comment on column process_wake_up.message is 'Name of the message in the diagram.';
comment on column process_wake_up.business_key is 'Number of the order or shipment that the case is about.';
comment on column process_wake_up.created_at is 'By the clock of the database, whatever the business clock shows.';

create index process_wake_up_by_case on process_wake_up (business_key, id);

alter table process_wake_up set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create view workflow_undelivered_message_view as
select business_key from process_wake_up
union
select e.business_key_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where j.handler_type_ = 'event';
comment on view workflow_undelivered_message_view is 'Business keys of cases that do not know yet what has been reported, mostly as a step after an earlier message failed.';
