-- How long a case should stand at a step, and how long at most. The watchdog reads the limits.
create table step_target (
    process        text not null,
    step           text not null,
    target_seconds bigint not null,
    limit_seconds  bigint not null,
    changed_by     text not null,
    changed_at     timestamptz not null,
    primary key (process, step),
    constraint step_target_positive check (target_seconds > 0),
    constraint step_target_below_limit check (target_seconds <= limit_seconds)
);

create table step_target_change (
    id             bigint generated always as identity primary key,
    process        text not null,
    step           text not null,
    target_before  bigint,
    target_seconds bigint not null,
    limit_before   bigint,
    limit_seconds  bigint not null,
    changed_by     text not null,
    changed_at     timestamptz not null
);
create index step_target_change_by_step on step_target_change (process, step, id desc);
create trigger step_target_change_append_only before update or delete on step_target_change
    for each row execute function refuse_audit_change();

insert into step_target (process, step, target_seconds, limit_seconds, changed_by, changed_at)
select process, step, extract(epoch from target::interval), extract(epoch from longest::interval), 'system', now()
  from (values
    ('order', 'check-order', '1 minute', '15 minutes'),
    ('order', 'review-order', '8 hours', '2 days'),
    ('order', 'await-card', '5 minutes', '1 hour'),
    ('order', 'payment-declined', '8 hours', '3 days'),
    ('order', 'payment-unknown', '4 hours', '1 day'),
    ('order', 'await-deposit', '7 days', '21 days'),
    ('order', 'arrange-payment', '1 day', '3 days'),
    ('order', 'await-stock', '7 days', '15 days'),
    ('order', 'stock-missing', '1 day', '3 days'),
    ('order', 'date-unreachable', '8 hours', '2 days'),
    ('order', 'await-ship-day', '14 days', '62 days'),
    ('order', 'await-parcels', '7 days', '21 days'),
    ('order', 'await-settlement', '14 days', '31 days'),
    ('order', 'settlement-overdue', '1 day', '5 days'),
    ('order', 'order-on-hold', '1 day', '7 days'),
    ('shipment', 'await-acknowledgement', '1 hour', '6 hours'),
    ('shipment', 'instruction-rejected', '4 hours', '1 day'),
    ('shipment', 'await-shipping', '1 day', '3 days'),
    ('shipment', 'await-delivery', '2 days', '10 days'),
    ('shipment', 'parcel-overdue', '4 hours', '2 days'),
    ('shipment', 'delivery-trouble', '4 hours', '3 days'),
    ('shipment', 'await-cancel-answer', '30 minutes', '4 hours'),
    ('shipment', 'pause-before-repeat', '10 minutes', '30 minutes'),
    ('shipment', 'cancel-too-late', '2 hours', '1 day'),
    ('ship-wave', 'release-wave', '10 minutes', '1 hour')) as seed (process, step, target, longest);
