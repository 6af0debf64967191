-- バーチャル口座 of customers who buy on account: they pay statements, so their account is theirs and not a claim's.
alter table credit_terms add column virtual_account text;
create unique index credit_terms_by_virtual_account on credit_terms (virtual_account) where virtual_account is not null;
comment on column credit_terms.virtual_account is
    'Branch and number of the virtual account to which they pay their statements; null until the first one, and where there is none.';
alter table virtual_account_use
    alter column receivable drop not null,
    add column customer_number text,
    add constraint virtual_account_use_whose check ((receivable is null) <> (customer_number is null));
comment on table virtual_account_use is
    'バーチャル口座: which claim, or customer on account, has or had which account number of the range that the bank has lent.';
comment on column virtual_account_use.customer_number is 'The customer on account who pays statements to it, for as long as there is the range.';
