-- A wave releases due orders customer by customer, so that the orders of one customer ship together.
create index orders_due_by_customer on orders (customer_number, planned_ship_date) where progress = 'READY' and not on_hold;
