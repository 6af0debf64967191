-- The list of customers can be sorted by each of its columns.
create index customer_by_name on customer (name_key, number);
create index customer_by_kana on customer (kana_key, number);
create index customer_by_phone on customer (phone_key, number);
create index customer_by_state on customer (state, number);
