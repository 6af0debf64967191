-- Notices of the card gateway come twice and in any order: each event counts once.
create table card_notice (
    id             text        not null,
    transaction_no text        not null,
    received_at    timestamptz not null,
    constraint card_notice_pk primary key (id)
);
