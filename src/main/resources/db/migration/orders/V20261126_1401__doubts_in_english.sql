alter table order_doubt add column detail_en text;
update order_doubt set detail_en = detail;
alter table order_doubt alter column detail_en set not null;
