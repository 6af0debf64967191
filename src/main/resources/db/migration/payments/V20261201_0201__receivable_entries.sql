-- What the account of each customer consists of, for statements.
create view payments_receivable_entry_view as
select r.customer_number, e.receivable, e.amount, e.at, c.account as counterpart, c.tax_rate
  from ledger_entry e
  join ledger_entry c on c.posting = e.posting and c.account <> 'RECEIVABLE'
  join receivable r on r.number = e.receivable
 where e.account = 'RECEIVABLE';
comment on view payments_receivable_entry_view is
    'Postings about what customers owe, with the account on the other side: positive for sales, negative for payments. Amounts in yen.';
