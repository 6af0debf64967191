-- What exactly is doubted: the address, the remark, the sum, the other order. The same once more needs nobody.
alter table order_doubt add column about text not null default '';
create table order_doubt_seen (
    order_number text not null references orders,
    code         text not null,
    about        text not null
);
create unique index order_doubt_seen_once on order_doubt_seen (order_number, code, md5(about));
