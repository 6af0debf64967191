-- Uploads by page or API go through the intake as partners' files do: stored first, booked in chunks, finished by any node.
alter table partner_message
    add column uploaded boolean not null default false,
    add column sent_by text,
    add column worker text,
    add column created_count int not null default 0,
    add column existing_count int not null default 0,
    add column updated_count int not null default 0,
    add column rejected_count int not null default 0;
alter table partner_message drop constraint partner_message_state;
alter table partner_message add constraint partner_message_state check (
    (direction = 'OUT' and state in ('READY', 'SENT', 'ACKNOWLEDGED', 'REJECTED'))
    or (direction = 'IN' and state in ('RECEIVED', 'DONE', 'REFUSED', 'STOPPED')));
comment on column partner_message.uploaded is 'Whether a person or program sent it to us, instead of laying it into a folder.';
comment on column partner_message.sent_by is 'User or API client that uploaded it.';
comment on column partner_message.worker is 'Node that books it, or did so last.';
comment on column partner_message.created_count is 'Records booked so far that were new.';
comment on column partner_message.existing_count is 'Records so far that were there already, unchanged.';
comment on column partner_message.updated_count is 'Records so far that changed what was there.';
comment on column partner_message.rejected_count is 'Records so far that could not be booked.';

-- The same content twice in a day is one message; an upload is answered each time with what became of its records.
drop index partner_message_received_once;
create unique index partner_message_received_once
    on partner_message (partner, sha256, business_date) where direction = 'IN' and not uploaded;

create table partner_message_mistake (
    id            bigint generated always as identity,
    message_id    bigint not null,
    line          int    not null,
    position      int    not null,
    field         text   not null,
    code          text   not null,
    message       text   not null,
    message_en    text   not null,
    record        text   not null,
    constraint partner_message_mistake_pk primary key (id),
    constraint partner_message_mistake_message foreign key (message_id) references partner_message (id)
);
create index partner_message_mistake_by_message on partner_message_mistake (message_id);
comment on table partner_message_mistake is 'What was wrong with the rejected records of an uploaded file, as its sender is answered.';
comment on column partner_message_mistake.line is 'Line in the file, or number of the record where a file has no lines.';
comment on column partner_message_mistake.position is 'Byte within the record where a file has no columns; else 0.';
comment on column partner_message_mistake.field is 'Column''s own name; empty when it is the record as a whole.';
comment on column partner_message_mistake.record is 'What stands in that line.';
