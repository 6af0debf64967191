-- Which cases have a failed message is asked with each delivery (ADR 0107); there are few of them among many timers.
create index act_ru_job_of_message on act_ru_job (process_instance_id_) where handler_type_ = 'event';
