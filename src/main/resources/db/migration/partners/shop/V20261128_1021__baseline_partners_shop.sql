-- Orders and members of shops, as we know them.

create table shop_order (
    channel          text not null,
    channel_order_id text not null,
    order_number     text not null,
    content_hash     text not null,
    message_id       bigint,
    line             int  not null,
    corrected_hash   text,
    constraint shop_order_pk primary key (channel, channel_order_id)
);
comment on table shop_order is 'Which order of ours a shop''s order became.';
comment on column shop_order.content_hash is 'Fingerprint of the order as the shop first sent it.';
comment on column shop_order.message_id is 'Partner message that brought it.';
comment on column shop_order.line is 'Line in the file.';
comment on column shop_order.corrected_hash is 'Fingerprint after a person corrected what could not be taken: neither form is a change when it comes again.';

create table shop_member (
    channel         text not null,
    member          text not null,
    customer_number text not null,
    constraint shop_member_pk primary key (channel, member)
);
comment on table shop_member is 'Which customer of ours a shop''s member is, whatever the shop''s file says about the person later.';
comment on column shop_member.member is 'Id of the member in the shop.';

create table shop_rejection (
    task_key         text not null,
    channel          text not null,
    channel_order_id text not null,
    constraint shop_rejection_pk primary key (task_key)
);
create index shop_rejection_of_order on shop_rejection (channel, channel_order_id);
comment on table shop_rejection is 'Rejected orders whose tasks are closed when the order comes again in good shape.';
comment on column shop_rejection.task_key is 'Key of the task in the inbox.';
