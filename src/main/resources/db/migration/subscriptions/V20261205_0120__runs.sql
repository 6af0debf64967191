-- 定期受注生成: runs that make the orders of all turns due through a day.

create table subscription_run (
    id       bigint generated always as identity,
    trigger  text        not null,
    day      date        not null,
    through  date        not null,
    begun_by text        not null,
    begun_at timestamptz not null,
    expected int         not null,
    state    text        not null,
    ended_by text,
    ended_at timestamptz,
    constraint subscription_run_pk primary key (id),
    constraint subscription_run_trigger check (trigger in ('SCHEDULED', 'MANUAL')),
    constraint subscription_run_state check (state in ('RUNNING', 'STOPPED', 'DONE')),
    constraint subscription_run_ended check ((state = 'RUNNING') = (ended_at is null))
);
create unique index subscription_run_nightly on subscription_run (day) where trigger = 'SCHEDULED';
create index subscription_run_running on subscription_run (id) where state = 'RUNNING';
comment on table subscription_run is 'Runs that make the orders of turns (定期受注生成).';
comment on column subscription_run.trigger is 'SCHEDULED each night, once a day, or MANUAL.';
comment on column subscription_run.day is 'The day on which it began.';
comment on column subscription_run.through is 'Turns that are delivered on this day or earlier are made.';
comment on column subscription_run.expected is 'How many turns were due when it began; it ends when it has that many outcomes.';
comment on column subscription_run.ended_by is 'Who stopped it; null if it ended by itself.';

create table subscription_run_turn (
    run                 bigint not null,
    subscription_number text   not null,
    turn                int    not null,
    delivery            date   not null,
    outcome             text,
    reason              text,
    constraint subscription_run_turn_pk primary key (run, subscription_number, turn),
    constraint subscription_run_turn_run foreign key (run) references subscription_run,
    constraint subscription_run_turn_outcome check (outcome in ('MADE', 'SKIPPED', 'FAILED')),
    constraint subscription_run_turn_reason check ((outcome = 'SKIPPED') = (reason is not null))
);
create index subscription_run_turn_open on subscription_run_turn (run, subscription_number, turn) where outcome is null;
comment on table subscription_run_turn is 'The turns that a run expects, with what became of them; whoever works on one keeps it locked.';
comment on column subscription_run_turn.outcome is 'Null until it is decided.';
comment on column subscription_run_turn.reason is 'Why it was skipped.';
