-- What one node of the cluster does at a time: written by ShedLock, times in UTC of the database.
create table shedlock (
    name       text      not null,
    lock_until timestamp not null,
    locked_at  timestamp not null,
    locked_by  text      not null,
    constraint shedlock_pk primary key (name)
);
comment on table shedlock is 'Locks of periodic work that one node of the cluster does at a time; written by ShedLock.';
comment on column shedlock.lock_until is 'Until then nobody else begins, in UTC.';
comment on column shedlock.locked_at is 'Start of the last run, in UTC.';
comment on column shedlock.locked_by is 'Machine of the last run.';
