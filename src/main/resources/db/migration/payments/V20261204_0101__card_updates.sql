-- 洗替: once a month the agency is asked which of the cards still work. The request is frozen when it is written.
create table card_update (
    id           bigint generated always as identity,
    month        date        not null,
    state        text        not null,
    made_at      timestamptz not null,
    made_by      text        not null,
    request_file text,
    sent_at      timestamptz,
    delivered_at timestamptz,
    result_name  text,
    done_at      timestamptz,
    constraint card_update_pk primary key (id),
    constraint card_update_once unique (month),
    constraint card_update_month check (extract(day from month) = 1),
    constraint card_update_state check (state in ('COLLECTED', 'SENT', 'DONE'))
);
create index card_update_to_deliver on card_update (id) where delivered_at is null;
comment on table card_update is 'A month''s question to the agency which cards still work (洗替).';
comment on column card_update.month is 'Its first day; each month is asked once.';
comment on column card_update.state is 'COLLECTED; SENT: its request is written and stays the same; DONE: the answer about each card is booked.';
comment on column card_update.request_file is 'As it was written, Base64 and encrypted; null until then.';
comment on column card_update.delivered_at is 'When the request was placed into the folder of the agency.';
comment on column card_update.result_name is 'The file that told the last of the answers.';

create table card_update_card (
    id             bigint generated always as identity,
    update_id      bigint not null,
    card_id        bigint not null,
    code           text,
    outcome        text,
    last4          text,
    expires        date,
    former_last4   text,
    former_expires date,
    booked_at      timestamptz,
    constraint card_update_card_pk primary key (id),
    constraint card_update_card_once unique (update_id, card_id),
    constraint card_update_card_update foreign key (update_id) references card_update (id),
    constraint card_update_card_card foreign key (card_id) references kept_card (id),
    constraint card_update_card_outcome check (outcome in ('UNCHANGED', 'RENEWED', 'INVALID', 'MISMATCH', 'INPUT_ERROR', 'UNCLEAR')),
    constraint card_update_card_booked check ((code is null) = (outcome is null) and (code is null) = (booked_at is null))
);
create index card_update_card_by_card on card_update_card (card_id);
comment on table card_update_card is 'A card about which the agency is asked; its id stands in the files.';
comment on column card_update_card.card_id is 'One of those with the same token, which all share the answer.';
comment on column card_update_card.code is 'As the agency gave it; null until its answer is booked.';
comment on column card_update_card.outcome is 'What the code means.';
comment on column card_update_card.last4 is 'As the answer told them; null if it did not.';
comment on column card_update_card.expires is 'As the answer told it; null if it did not.';
comment on column card_update_card.former_last4 is 'What was known of the card before the answer.';
comment on column card_update_card.former_expires is 'What was known of the card before the answer.';
