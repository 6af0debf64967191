-- Who shares this database. A node is alive as long as one of its sessions holds the advisory lock on its name: the
-- database drops it with the session, however the node ends.
create table node (
    name text constraint node_pk primary key,
    address text,
    version text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    -- How far its clock lies ahead of the database's.
    skew_millis bigint not null,
    -- As far as it follows a movable clock.
    followed_millis bigint,
    -- The leases it would take.
    wants text[] not null default '{}'
);

-- What one node at a time does. A lease ends with its holder, or by itself when the holder hangs.
create table lease (
    name text constraint lease_pk primary key,
    holder text not null,
    until timestamptz not null
);

create function node_lives(name text) returns boolean language sql stable as $$
    select exists (
        select 1 from pg_locks l
         where l.locktype = 'advisory' and l.granted and l.objsubid = 1
           and l.database = (select oid from pg_database where datname = current_database())
           and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended(name, 0))
$$;
