-- A set stays as it was sold when it is edited later. Orders that have not ended take over what the catalogue says now.

alter table order_line add column article_skus text[], add column article_units int[];
update order_line l set article_skus = s.skus, article_units = s.units
  from orders o, catalog_product_view p,
       (select set_sku, array_agg(component_sku order by component_sku) as skus, array_agg(quantity order by component_sku) as units
          from catalog_set_component_view group by set_sku) s
 where o.order_number = l.order_number and o.progress not in ('COMPLETED', 'CANCELLED', 'RETURNED')
   and p.sku = l.sku and p.kind = 'SET' and not p.stock_keeping and s.set_sku = l.sku;
alter table order_line add constraint order_line_articles
    check (article_skus is null and article_units is null or cardinality(article_skus) = cardinality(article_units));
comment on column order_line.article_skus is 'What one piece of a set is packed of, as it was sold; none for all that is no set.';
comment on column order_line.article_units is 'Units of each of these articles in one piece.';

create or replace view orders_line_view as
select order_number, line_no, dest_no, sku, name, quantity, open, shipped, cancelled, unit_price, amount, returned, article_skus,
       article_units
  from order_line;
