-- Most jobs are timers of days to come: those that are due are found without reading them all.
create index act_ru_job_due on act_ru_job (duedate_) where retries_ > 0;

-- Rows that come and go all day: what is gone is cleared away long before a fifth of the table is.
alter table act_ru_job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
alter table act_ru_execution set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
alter table act_ru_event_subscr set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
