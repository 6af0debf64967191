-- 商品グループ: what rules about kinds of goods, such as rates of points, name.
alter table product
    add column product_group varchar(50),
    add constraint product_group_not_blank check (product_group <> '');
create index product_by_group on product (product_group) where product_group is not null;
comment on column product.product_group is '商品グループ: goods that belong together for rules such as rates of points; null if it is in none.';
