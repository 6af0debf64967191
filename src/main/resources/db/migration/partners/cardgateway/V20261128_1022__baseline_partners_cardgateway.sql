-- Notices of the card gateway.

create table card_notification (
    id             text        not null,
    transaction_no text        not null,
    received_at    timestamptz not null,
    constraint card_notification_pk primary key (id)
);
comment on table card_notification is 'Webhook notices that have been taken: they come twice and in any order, and each event counts once.';
comment on column card_notification.id is 'The gateway''s id of the event.';
