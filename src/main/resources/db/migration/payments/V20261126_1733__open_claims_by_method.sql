-- Open claims by method, and those beyond their due day, are counted four times a minute.
create index payment_open_by_method on payment (method, due_by) where status in ('PENDING', 'PARTLY_PAID');
-- Each line of a bank's file asks for the open claims of its amount.
create index payment_open_by_rest on payment ((charged - paid), method) where status in ('PENDING', 'PARTLY_PAID');
