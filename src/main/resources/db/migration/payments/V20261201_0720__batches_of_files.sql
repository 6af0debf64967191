-- Two files of one name on one day are two batches.
alter table deposit_batch add column message_id bigint;
comment on column deposit_batch.message_id is 'Message that stores the file; null for a run over all that were open, and for what a person has entered.';
alter table deposit_batch drop constraint deposit_batch_of_source_once;
alter table deposit_batch add constraint deposit_batch_of_message_once unique (message_id);
create unique index deposit_batch_of_source_once on deposit_batch (source, day) where message_id is null;
