-- Products are found by a part of the name, however its kana are written.
alter table product add column name_key text not null generated always as (person_key(name)) stored;
comment on column product.name_key is 'The name as it is searched: one width, katakana, no spaces.';
