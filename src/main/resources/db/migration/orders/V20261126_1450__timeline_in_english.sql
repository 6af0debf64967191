-- What happened is said in both languages; rows from before have Japanese only.
alter table order_event add column text_en text;
