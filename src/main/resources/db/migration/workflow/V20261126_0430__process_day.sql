-- The trends: one row per process and day that is over. Written once, from that day's cases only.
create table process_day (
    process      text not null,
    day          date not null,
    started      bigint not null,
    finished     bigint not null,
    lead_median  bigint,
    lead_p90     bigint,
    open_at_end  bigint not null,
    primary key (process, day)
);
