-- Tasks of before keep what they said.
alter table task add column reason_en text;
update task set reason_en = reason;
alter table task alter column reason_en set not null;
