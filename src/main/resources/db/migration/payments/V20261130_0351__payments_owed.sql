-- What is still owed is read every minute, and at each deposit by its amount; cancelled orders and those of which nothing
-- is open stay out of it, however many there are.
drop index payment_open_by_rest;
create index payment_owed on payment ((charged - paid), method, due_by)
    where status in ('PENDING', 'PARTLY_PAID') and charged > paid;
