-- What one node of the cluster does at a time, by ShedLock. Times are UTC, of the database.
create table shedlock (
    name       text      constraint shedlock_pk primary key,
    lock_until timestamp not null,
    locked_at  timestamp not null,
    locked_by  text      not null
);
comment on table shedlock is 'Locks of periodic work that one node of the cluster does; written by ShedLock.';
