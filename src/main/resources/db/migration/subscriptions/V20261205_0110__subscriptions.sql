-- 定期: what customers get again and again, what became of each turn, and what was changed.

create sequence subscription_number_seq;

create table subscription (
    number          text        not null,
    customer_number text        not null,
    state           text        not null,
    rule            jsonb       not null,
    anchor          date        not null,
    anchor_turn     int         not null,
    next_turn       int,
    next_nominal    date,
    next_delivery   date,
    last_delivery   date,
    pause_turns     int,
    pause_until     date,
    recipient_name  text,
    recipient_kana  text,
    recipient_phone text,
    postal_code     text,
    prefecture      text,
    city            text,
    line1           text,
    line2           text,
    time_slot       text,
    payment_method  text        not null,
    card_token      text,
    channel         text        not null,
    media_code      text,
    started_at      timestamptz not null,
    started_by      text        not null,
    stopped_at      timestamptz,
    stop_reason     text,
    version         bigint      not null default 0,
    constraint subscription_pk primary key (number),
    constraint subscription_state check (state in ('ACTIVE', 'PAUSED', 'PAYMENT_STOPPED', 'STOPPED')),
    constraint subscription_next check ((next_turn is null) = (next_nominal is null) and (next_turn is null) = (next_delivery is null)),
    constraint subscription_goes_on check ((state = 'STOPPED') = (next_turn is null)),
    constraint subscription_stopped check ((state = 'STOPPED') = (stopped_at is not null)),
    constraint subscription_paused check (state = 'PAUSED' or pause_turns is null and pause_until is null),
    constraint subscription_recipient check ((recipient_name is null) = (prefecture is null)),
    constraint subscription_slot check (time_slot in ('AM', '1416', '1618', '1820', '1921'))
);
create index subscription_due on subscription (next_delivery, number) where next_delivery is not null;
create index subscription_customer on subscription (customer_number);
comment on table subscription is 'Subscriptions (定期) with the turn that is due next.';
comment on column subscription.rule is 'The schedule rule as in the API.';
comment on column subscription.anchor is 'The first date of the rule.';
comment on column subscription.anchor_turn is 'The turn that is the first of the rule.';
comment on column subscription.next_turn is 'The turn that is decided on next; null if there is none any more.';
comment on column subscription.next_nominal is 'Its date by the rule.';
comment on column subscription.next_delivery is 'The day on which it is delivered.';
comment on column subscription.last_delivery is 'The day of the turn before it, whatever became of that.';
comment on column subscription.pause_turns is 'How many turns are still to pass.';
comment on column subscription.pause_until is 'The first day on which something may be delivered again.';
comment on column subscription.recipient_name is 'Null, as the whole address, for the customer''s own.';
comment on column subscription.card_token is 'Encrypted.';

create table subscription_item (
    subscription_number text not null,
    line_no             int  not null,
    sku                 text not null,
    quantity            int  not null,
    constraint subscription_item_pk primary key (subscription_number, line_no),
    constraint subscription_item_once unique (subscription_number, sku),
    constraint subscription_item_subscription foreign key (subscription_number) references subscription,
    constraint subscription_item_quantity check (quantity between 1 and 99999)
);
create index subscription_item_sku on subscription_item (sku);
comment on table subscription_item is 'What a subscription delivers usually.';

create table subscription_turn (
    subscription_number text        not null,
    turn                int         not null,
    nominal             date        not null,
    delivery            date        not null,
    state               text        not null,
    order_number        text,
    reason              text,
    detail              text,
    detail_en           text,
    decided_at          timestamptz not null,
    decided_by          text        not null,
    constraint subscription_turn_pk primary key (subscription_number, turn),
    constraint subscription_turn_subscription foreign key (subscription_number) references subscription,
    constraint subscription_turn_state check (state in ('MADE', 'SKIPPED', 'FAILED', 'MISSED')),
    constraint subscription_turn_made check ((state = 'MADE') = (order_number is not null)),
    constraint subscription_turn_reason check ((state = 'MADE') = (reason is null))
);
create unique index subscription_turn_order on subscription_turn (order_number);
create index subscription_turn_undecided on subscription_turn (state, delivery) where state in ('FAILED', 'MISSED');
comment on table subscription_turn is 'What became of each turn: its order, or the reason why there is none. Each turn is here once.';

create table subscription_reserved_change (
    id                  bigint generated always as identity,
    subscription_number text        not null,
    wish                jsonb       not null,
    from_turn           int,
    from_date           date,
    once                boolean     not null,
    state               text        not null default 'RESERVED',
    reserved_at         timestamptz not null,
    reserved_by         text        not null,
    reason              text,
    constraint subscription_reserved_change_pk primary key (id),
    constraint subscription_reserved_change_subscription foreign key (subscription_number) references subscription,
    constraint subscription_reserved_change_state check (state in ('RESERVED', 'APPLIED', 'WITHDRAWN')),
    constraint subscription_reserved_change_when check ((from_turn is null) <> (from_date is null))
);
create index subscription_reserved_change_open on subscription_reserved_change (subscription_number) where state = 'RESERVED';
comment on table subscription_reserved_change is 'Changes and stops that take effect at a turn or on a day (変更・中止予約).';
comment on column subscription_reserved_change.wish is 'What is wanted; tokens of cards are encrypted in it.';
comment on column subscription_reserved_change.once is 'For that turn only.';

create table subscription_change (
    id                  bigint generated always as identity,
    subscription_number text        not null,
    at                  timestamptz not null,
    who                 text        not null,
    kind                text        not null,
    scope               text,
    reason              text,
    before              text        not null,
    before_en           text        not null,
    after               text        not null,
    after_en            text        not null,
    constraint subscription_change_pk primary key (id),
    constraint subscription_change_subscription foreign key (subscription_number) references subscription
);
create index subscription_change_of on subscription_change (subscription_number, id);
comment on table subscription_change is 'What was changed, by whom, why, and what stood there before. Only added to.';

create view subscriptions_subscription_view as
select number, customer_number, state, next_turn, next_delivery, payment_method, media_code, started_at, stopped_at, stop_reason from subscription;
comment on view subscriptions_subscription_view is 'Subscriptions.';

create view subscriptions_turn_view as
select subscription_number, turn, nominal, delivery, state, order_number, reason from subscription_turn;
comment on view subscriptions_turn_view is 'What became of each turn.';
