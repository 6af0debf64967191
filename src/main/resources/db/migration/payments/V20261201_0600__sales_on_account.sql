-- Customers who buy on account (掛売り): their terms, what they are granted, and the statements by which they pay.
create table credit_terms (
    customer_number text   not null,
    credit_limit    bigint not null,
    closing_day     int    not null,
    months_later    int    not null,
    pay_day         int    not null,
    active          boolean not null,
    closed_through  date   not null,
    constraint credit_terms_pk primary key (customer_number),
    constraint credit_terms_limit check (credit_limit between 0 and 9999999999),
    constraint credit_terms_closing_day check (closing_day between 1 and 31),
    constraint credit_terms_months_later check (months_later between 0 and 6),
    constraint credit_terms_pay_day check (pay_day between 1 and 31)
);
comment on table credit_terms is 'Terms of customers who buy on account.';
comment on column credit_terms.credit_limit is 'What they may owe at most, in yen.';
comment on column credit_terms.closing_day is 'Day of the month to whose end a statement collects; 31 is the last day of any month.';
comment on column credit_terms.months_later is 'How many months after the closing they pay.';
comment on column credit_terms.pay_day is 'On which day of that month, or the next day on which banks do business; 31 is its last day.';
comment on column credit_terms.active is 'Whether they may order on account; what they owe is closed all the same.';
comment on column credit_terms.closed_through is 'The last day that was closed.';

create table credit_terms_change (
    id              bigint generated always as identity,
    customer_number text        not null,
    credit_limit    bigint      not null,
    closing_day     int         not null,
    months_later    int         not null,
    pay_day         int         not null,
    active          boolean     not null,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    constraint credit_terms_change_pk primary key (id)
);
create index credit_terms_change_by_customer on credit_terms_change (customer_number, id);
create trigger credit_terms_change_append_only before update or delete on credit_terms_change
    for each row execute function refuse_change();
comment on table credit_terms_change is 'The terms as they were from a moment on. Append-only.';

alter table receivable
    add column credit_granted bigint not null default 0,
    add column credit_refused_at timestamptz,
    add column invoiced bigint not null default 0,
    add column to_invoice boolean not null default false;
comment on column receivable.credit_granted is 'Up to which amount the order may leave unpaid; of orders on account.';
comment on column receivable.credit_refused_at is 'Since when the order waits because the credit limit does not allow it; null if it does not.';
comment on column receivable.invoiced is 'What stands on statements that are not cancelled, in yen with tax.';
comment on column receivable.to_invoice is 'Whether sales were booked that no statement has looked at.';

update receivable set credit_granted = charged where kind = 'ORDER' and method = 'INVOICE';
update receivable r set to_invoice = true
 where kind = 'ORDER' and method = 'INVOICE'
   and exists (select 1 from ledger_entry e where e.receivable = r.number and e.tax_rate is not null);
create index receivable_to_invoice on receivable (customer_number) where to_invoice;
create index receivable_on_account on receivable (customer_number)
    where charged > paid and (method = 'INVOICE' or kind = 'INVOICE');
create index receivable_awaiting_credit on receivable (customer_number) where credit_refused_at is not null;
create index receivable_unsettled_on_account on receivable (customer_number)
    where (method = 'INVOICE' or invoiced <> 0) and invoiced <> paid;

create sequence statement_number;
create table statement (
    number          text        not null,
    customer_number text        not null,
    closing_date    date        not null,
    cut_off         timestamptz not null,
    previous        bigint      not null,
    received        bigint      not null,
    sales           bigint      not null,
    tax             bigint      not null,
    total           bigint      not null,
    due_date        date        not null,
    state           text        not null,
    issued_at       timestamptz not null,
    issued_by       text        not null,
    cancelled_at    timestamptz,
    cancelled_by    text,
    cancel_reason   text,
    constraint statement_pk primary key (number),
    constraint statement_state check (state in ('ISSUED', 'CANCELLED')),
    constraint statement_cancelled check ((state = 'CANCELLED') = (cancelled_at is not null)),
    constraint statement_adds_up check (total = previous - received + sales)
);
create unique index statement_once on statement (customer_number, closing_date) where state = 'ISSUED';
create index statement_by_customer on statement (customer_number, number);
create index statement_by_due_date on statement (due_date, number);
comment on table statement is 'Statement invoices (請求書): what customers on account are asked to pay after each closing. Amounts in yen.';
comment on column statement.number is 'B and eight digits.';
comment on column statement.cut_off is 'Sales that were booked before this moment are on it.';
comment on column statement.previous is 'Total of the statement before.';
comment on column statement.received is 'What settled the account since: payments, less what was given back.';
comment on column statement.sales is 'What it adds, with tax.';
comment on column statement.tax is 'In the sales, rounded once for each rate.';

create table statement_rate (
    statement text   not null,
    tax_rate  int    not null,
    amount    bigint not null,
    tax       bigint not null,
    rounding  bigint not null,
    constraint statement_rate_pk primary key (statement, tax_rate),
    constraint statement_rate_statement foreign key (statement) references statement
);
comment on table statement_rate is 'The sales of a statement by tax rate.';
comment on column statement_rate.tax is 'In the amount, rounded here and nowhere else.';
comment on column statement_rate.rounding is 'By how much the tax differs from the sum of that booked with each order; posted to the ledger.';

create table statement_line (
    statement  text   not null,
    receivable text   not null,
    tax_rate   int    not null,
    day        date   not null,
    amount     bigint not null,
    tax        bigint not null,
    goods      text,
    constraint statement_line_pk primary key (statement, receivable, tax_rate),
    constraint statement_line_statement foreign key (statement) references statement
);
create index statement_line_by_receivable on statement_line (receivable);
comment on table statement_line is 'What an order adds to a statement, by tax rate; less if goods came back.';
comment on column statement_line.day is 'When its goods last left or came back before the closing.';
comment on column statement_line.amount is 'With tax: what is earned and was on no statement before.';
comment on column statement_line.tax is 'As booked with the order.';
comment on column statement_line.goods is 'What they are, a line each; null for charges alone.';
create trigger statement_line_append_only before update or delete on statement_line
    for each row execute function refuse_change();
create trigger statement_rate_append_only before update or delete on statement_rate
    for each row execute function refuse_change();

create view payments_statement_view as
select number, customer_number, closing_date, previous, received, previous - received as carried, sales, tax, total, due_date, state,
       issued_at, cancelled_at
  from statement;
comment on view payments_statement_view is 'Statement invoices. Amounts in yen.';
create view payments_statement_rate_view as
select statement, tax_rate, amount, tax from statement_rate;
comment on view payments_statement_rate_view is 'The sales of statement invoices by tax rate. Amounts in yen with tax.';
create view payments_statement_line_view as
select statement, receivable as order_number, tax_rate, day, amount, goods from statement_line;
comment on view payments_statement_line_view is 'Lines of statement invoices, by order and tax rate. Amounts in yen with tax.';
