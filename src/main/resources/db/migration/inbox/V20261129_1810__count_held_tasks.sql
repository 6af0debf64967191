-- Every page counts the tasks that its reader holds; with the time until which they are snoozed, the index alone answers.
drop index task_open_by_holder;
create index task_open_by_holder on task (assignee, id) include (snoozed_until) where state = 'OPEN';
