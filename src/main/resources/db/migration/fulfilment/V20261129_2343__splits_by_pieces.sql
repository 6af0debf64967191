-- A shipment is split by pieces: of five that are ordered the two that are there leave now.

alter table split_article add column units int;
alter table split_article add constraint split_article_units check (units > 0);
alter table split_article drop constraint split_article_pk;
alter table split_article add constraint split_article_pk primary key (order_number, line_no, sku, part);
comment on column split_article.units is 'Units of the article that leave in the part; none for all that are in no later part.';
comment on table split_article is 'Articles that leave apart from the others of their shipment, or pieces of them, as a person has decided.';
