-- The maps count the open steps of all running cases every few seconds: from this index alone, whatever the history.
create index act_hi_actinst_open on act_hi_actinst (proc_def_key_, act_id_, start_time_) include (act_type_, proc_inst_id_)
 where end_time_ is null;
-- Started and finished in a stretch of time, per process.
create index act_hi_procinst_started on act_hi_procinst (proc_def_key_, start_time_);
create index act_hi_procinst_ended on act_hi_procinst (proc_def_key_, end_time_) include (start_time_);
