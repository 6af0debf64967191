-- Customers whose card was refused get a link to a page on which they give another one.

alter table receivable add column card_last4 text;
comment on column receivable.card_last4 is 'The last digits of its card, as the gateway tells them; null if it does not.';

create table card_link (
    token_hash   text        not null,
    order_number text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    constraint card_link_pk primary key (token_hash)
);
create index card_link_by_order on card_link (order_number);
create index card_link_by_end on card_link (expires_at);
comment on table card_link is 'Links by which a customer gives another card for an order, each once. Only the last one of an order works.';
comment on column card_link.token_hash is 'SHA-256 of what the link contains; the link itself is kept with the mail that contains it.';
comment on column card_link.used_at is 'When it was used, or another took its place; null while it works.';
