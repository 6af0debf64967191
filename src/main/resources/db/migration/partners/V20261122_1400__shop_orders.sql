-- Which of our orders a shop's order became, and what it said when it came first.
create table shop_order (
    channel          text not null,
    channel_order_id text not null,
    order_number     text not null,
    content_hash     text not null,
    message_id       bigint,
    line             int  not null,
    constraint shop_order_pk primary key (channel, channel_order_id)
);

-- A member of a shop is one customer of ours, whatever the shop's file says about the person later.
create table shop_member (
    channel         text not null,
    member          text not null,
    customer_number text not null,
    constraint shop_member_pk primary key (channel, member)
);

-- Rejected orders whose tasks are closed by themselves when the order comes again in good shape.
create table shop_rejection (
    task_key         text not null,
    channel          text not null,
    channel_order_id text not null,
    constraint shop_rejection_pk primary key (task_key)
);
create index shop_rejection_of_order on shop_rejection (channel, channel_order_id);
