-- Orders and parcels are found by any part of the recipient's name, like customers.
create index order_destination_name_parts on order_destination using gin (customer_grams(replace(name, ' ', ''), replace(kana, ' ', '')));
create index order_destination_phone on order_destination (phone text_pattern_ops);
