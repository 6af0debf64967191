-- What goods stand on a statement: pieces as they were sold and came back, so that an order which leaves in parts around a closing
-- has each piece on one statement.
create table account_goods (
    id         bigint generated always as identity,
    receivable text        not null,
    line_no    int         not null,
    sku        text        not null,
    name       text        not null,
    tax_rate   int         not null,
    unit_price bigint      not null,
    quantity   int         not null,
    at         timestamptz not null,
    statement  text,
    constraint account_goods_pk primary key (id),
    constraint account_goods_statement foreign key (statement) references statement,
    constraint account_goods_something check (quantity <> 0)
);
create index account_goods_by_receivable on account_goods (receivable, line_no);
create index account_goods_by_statement on account_goods (statement) where statement is not null;
comment on table account_goods is 'Pieces that were sold on account, and that came back, as their sales were booked.';
comment on column account_goods.line_no is 'Line of the order.';
comment on column account_goods.unit_price is 'Yen with tax.';
comment on column account_goods.quantity is 'Pieces; negative for what came back.';
comment on column account_goods.at is 'When its sale was booked.';
comment on column account_goods.statement is 'On which they stand; null until then, and again when that is cancelled.';

-- What stood on statements before is told with the last of them.
insert into account_goods (receivable, line_no, sku, name, tax_rate, unit_price, quantity, at, statement)
select r.number, l.line_no, l.sku, l.name, l.tax_rate, l.unit_price, l.shipped - l.returned,
       (select max(e.at) from ledger_entry e where e.receivable = r.number and e.tax_rate is not null),
       (select max(x.statement) from statement_line x join statement s on s.number = x.statement and s.state = 'ISSUED'
         where x.receivable = r.number)
  from receivable r join orders_line_view l on l.order_number = r.number
 where r.kind = 'ORDER' and (r.method = 'INVOICE' or r.invoiced <> 0) and l.shipped > l.returned
   and exists (select 1 from ledger_entry e where e.receivable = r.number and e.tax_rate is not null);

create view payments_statement_goods_view as
select statement, receivable as order_number, line_no, sku, name, tax_rate, unit_price, sum(quantity) as quantity
  from account_goods where statement is not null
 group by statement, receivable, line_no, sku, name, tax_rate, unit_price having sum(quantity) <> 0;
comment on view payments_statement_goods_view is
    'The goods that statement invoices cover, negative for those that came back. Unit price in yen with tax.';
