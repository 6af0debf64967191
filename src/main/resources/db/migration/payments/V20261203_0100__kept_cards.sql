-- The cards that customers have paid with, as the gateway tells them: never a number, only what stands in its place.
create table kept_card (
    id              bigint generated always as identity,
    customer_number text        not null,
    token           text        not null,
    token_hash      text        not null,
    brand           text,
    last4           text,
    expires         date,
    kept_at         timestamptz not null,
    order_number    text        not null,
    source          text        not null,
    state           text        not null,
    told_for        date,
    constraint kept_card_pk primary key (id),
    constraint kept_card_once unique (customer_number, token_hash),
    constraint kept_card_last4 check (last4 ~ '^[0-9]{4}$'),
    constraint kept_card_source check (source in ('ORDER', 'LINK')),
    constraint kept_card_state check (state in ('VALID', 'REPLACED', 'UNUSABLE'))
);
create index kept_card_by_expiry on kept_card (expires) where state = 'VALID';
comment on table kept_card is 'A card that a customer has paid with (登録カード).';
comment on column kept_card.token is 'The gateway''s in place of the number; encrypted.';
comment on column kept_card.token_hash is 'SHA-256 of the token, to know it again.';
comment on column kept_card.brand is 'As the gateway tells it; null if it does not.';
comment on column kept_card.last4 is 'Digits; null if the gateway does not tell them.';
comment on column kept_card.expires is 'The last day on which it may be charged; null if the gateway does not tell.';
comment on column kept_card.order_number is 'For which it was given.';
comment on column kept_card.source is 'ORDER: with an order; LINK: by the customer, on the page for another card.';
comment on column kept_card.state is 'REPLACED by another one; UNUSABLE: refused for good. Whether it has expired follows from expires.';
comment on column kept_card.told_for is 'The expiry of which the customer was told.';

create table kept_card_order (
    order_number text   not null,
    card_id      bigint not null,
    constraint kept_card_order_pk primary key (order_number),
    constraint kept_card_order_card foreign key (card_id) references kept_card (id)
);
create index kept_card_order_by_card on kept_card_order (card_id);
comment on table kept_card_order is 'By which card an order is paid now.';

create table card_expiry_run (
    day   date    not null,
    told  integer not null,
    constraint card_expiry_run_pk primary key (day)
);
comment on table card_expiry_run is 'The days on which customers were told of cards that expire.';

alter table card_link add column for_expiry boolean not null default false;
comment on column card_link.for_expiry is 'Whether it replaces a card that expires, so that it also works while the order is authorised.';
