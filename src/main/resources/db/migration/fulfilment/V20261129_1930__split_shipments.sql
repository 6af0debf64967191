-- A person may split a planned shipment that waits for stock: what is there leaves now, the rest when it has come.

alter table planned_shipment add column part int not null default 1;
alter table planned_shipment drop constraint planned_shipment_once;
alter table planned_shipment add constraint planned_shipment_once unique (order_number, dest_no, warehouse, cool_service, part);
comment on column planned_shipment.part is 'Which part of a shipment that was split, from 1.';

create table split_article (
    order_number text not null,
    line_no      int  not null,
    sku          text not null,
    part         int  not null,
    from_part    int  not null,
    constraint split_article_pk primary key (order_number, line_no, sku),
    constraint split_article_parts check (part > 1 and from_part >= 1 and from_part <> part)
);
comment on table split_article is 'Articles that leave apart from the others of their shipment, as a person has decided.';
comment on column split_article.part is 'The part in which they leave, from 2.';
comment on column split_article.from_part is 'The part that they return to if the split is undone.';
