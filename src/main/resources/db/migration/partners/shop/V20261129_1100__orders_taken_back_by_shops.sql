alter table shop_order add column reversal text;
alter table shop_order add constraint shop_order_reversal
    check (reversal in ('CANCELLED', 'RETURNED', 'REFUNDED', 'PARTLY_REFUNDED'));
comment on column shop_order.reversal is 'How the shop has taken the order back, so that the same report in a later file is no news.';
