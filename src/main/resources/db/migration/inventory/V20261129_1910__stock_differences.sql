-- A person decides about a difference between a count and the ledger: books it as an adjustment or dismisses it. What is
-- undecided is replaced by a later count of the same product; of those from before only the latest is undecided.

alter table stock_snapshot_difference add column id bigint generated always as identity;
alter table stock_snapshot_difference add constraint stock_snapshot_difference_id unique (id);
alter table stock_snapshot_difference add column warehouse text;
update stock_snapshot_difference d set warehouse = s.warehouse from stock_snapshot s where s.id = d.snapshot_id;
alter table stock_snapshot_difference alter column warehouse set not null;
alter table stock_snapshot_difference add column state text not null default 'OPEN';
alter table stock_snapshot_difference add column reason text;
alter table stock_snapshot_difference add column decided_by text;
alter table stock_snapshot_difference add column decided_at timestamptz;
alter table stock_snapshot_difference add constraint stock_difference_state
    check (state in ('OPEN', 'BOOKED', 'DISMISSED', 'SUPERSEDED'));
alter table stock_snapshot_difference add constraint stock_difference_decided
    check ((state in ('BOOKED', 'DISMISSED')) = (reason is not null and decided_by is not null and decided_at is not null));
update stock_snapshot_difference d set state = 'SUPERSEDED'
  from stock_snapshot s
 where s.id = d.snapshot_id
   and exists (select 1 from stock_snapshot_difference l join stock_snapshot t on t.id = l.snapshot_id
                where l.warehouse = d.warehouse and l.sku = d.sku and l.condition = d.condition
                  and (t.as_of, t.id) > (s.as_of, s.id));
create unique index stock_difference_open on stock_snapshot_difference (warehouse, sku, condition) where state = 'OPEN';
create index stock_difference_by_state on stock_snapshot_difference (state, warehouse, sku);
comment on column stock_snapshot_difference.warehouse is 'Warehouse that counted.';
comment on column stock_snapshot_difference.state is
    'OPEN until a person books it as an adjustment or dismisses it; SUPERSEDED by a later count of the product.';
comment on column stock_snapshot_difference.reason is 'Why it was booked or dismissed.';

create table stock_count (
    warehouse text        not null,
    sku       text        not null,
    as_of     timestamptz not null,
    constraint stock_count_pk primary key (warehouse, sku)
);
insert into stock_count (warehouse, sku, as_of)
select d.warehouse, d.sku, max(s.as_of) from stock_snapshot_difference d join stock_snapshot s on s.id = d.snapshot_id
 group by 1, 2;
comment on table stock_count is 'When a product was last counted in a warehouse; an older count that comes later is not compared.';
comment on column stock_count.as_of is 'Moment of the count.';
