-- What is owed for an order becomes one kind of receivable beside dues, invoices and fees, which have no order.
alter table payment rename to receivable;
alter table receivable rename column order_number to number;
alter table receivable rename constraint payment_pk to receivable_pk;
alter index payment_by_transaction rename to receivable_by_transaction;
alter index payment_open rename to receivable_open;
alter index payment_open_by_method rename to receivable_open_by_method;
alter index payment_owed rename to receivable_owed;
alter table receivable
    add column kind text not null default 'ORDER',
    add column customer_number text,
    add column tax_rate int,
    add column created_at timestamptz,
    alter column shop_payment set default 'NONE',
    add constraint receivable_kind check (kind in ('ORDER', 'DUE', 'INVOICE', 'FEE')),
    add constraint receivable_of_somebody check (kind = 'ORDER' or customer_number is not null and tax_rate is not null);
create sequence receivable_number;
create index receivable_by_customer on receivable (customer_number, number);
create index receivable_without_order on receivable (kind, number) where kind <> 'ORDER';
update receivable r set customer_number = o.customer_number from orders_order_view o where o.order_number = r.number;
comment on table receivable is 'What somebody owes: for an order, or a due, an invoice, a fee. Amounts in yen.';
comment on column receivable.number is 'The order''s number, or F and eight digits.';
comment on column receivable.kind is 'What it is for: ORDER, DUE (会費), INVOICE (請求書) or FEE.';
comment on column receivable.customer_number is 'Who owes it.';
comment on column receivable.tax_rate is 'Percent of tax in the amount; null for an order, whose lines have their own.';
comment on column receivable.created_at is 'When it was charged; null for an order, which has its own moment.';
comment on column receivable.charged is 'What is owed in all, with tax.';

alter table payment_allocation rename column order_number to receivable;
alter index payment_allocation_by_order rename to payment_allocation_by_receivable;
comment on column payment_allocation.receivable is 'Number of what was paid.';
alter table ledger_entry rename column order_number to receivable;
alter index ledger_by_order rename to ledger_by_receivable;
comment on column ledger_entry.receivable is 'Number of what somebody owes that was posted; null if the posting is about none.';

create or replace view payments_payment_view as
select number as order_number, method, status, charged, paid, due_by from receivable where kind = 'ORDER';
