-- The beginning of a number is found by an index of its own: the key's serves it in some collations only.
create index orders_by_beginning on orders (order_number text_pattern_ops);
