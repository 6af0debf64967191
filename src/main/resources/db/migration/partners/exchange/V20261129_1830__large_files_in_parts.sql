-- A large file is stored in parts, so that neither the application nor a statement ever holds it as a whole.

create table partner_message_part (
    message_id bigint not null,
    begins_at  bigint not null,
    content    bytea  not null,
    constraint partner_message_part_pk primary key (message_id, begins_at),
    constraint partner_message_part_message foreign key (message_id) references partner_message (id)
);
comment on table partner_message_part is 'What follows the first megabyte of a message, a megabyte each.';
comment on column partner_message_part.begins_at is 'Its first byte within the message, from 0.';

-- Of the rejected records of a file only the first have tasks of their own.
alter table partner_message add column own_tasks int not null default 0;
comment on column partner_message.content is 'Its bytes; of a large one the first megabyte.';
comment on column partner_message.own_tasks is 'Rejected records that have tasks of their own; one task tells of the others.';
