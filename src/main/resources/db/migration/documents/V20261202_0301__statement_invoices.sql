-- 請求書 of 掛売り: the qualified invoice of what a statement adds to an account, and of what is to be paid.
alter table document drop constraint document_kind;
alter table document add constraint document_kind check (kind in
    ('DELIVERY_NOTE', 'GIFT_DELIVERY_NOTE', 'INVOICE', 'RETURN_INVOICE', 'RECEIPT', 'STATEMENT', 'STATEMENT_INVOICE', 'PAYMENT_SLIP', 'REMINDER'));
alter table document_batch drop constraint document_batch_kind;
alter table document_batch add constraint document_batch_kind check (kind in ('DELIVERY_NOTE', 'INVOICE', 'STATEMENT', 'STATEMENT_INVOICE'));
comment on column document_batch.from_day is 'First day of shipping, of closing, or of the period of statements.';
comment on column document_batch_item.subject is 'Number of the shipment, order, customer or statement invoice.';
