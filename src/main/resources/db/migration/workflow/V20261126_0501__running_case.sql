-- For other modules: which cases run, by process and business key.
create view running_case as
select d.key_ as process, e.business_key_ as business_key, e.id_ as case_id
  from act_ru_execution e
  join act_re_procdef d on d.id_ = e.proc_def_id_
 where e.parent_id_ is null;
