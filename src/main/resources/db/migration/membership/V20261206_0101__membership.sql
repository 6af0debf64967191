-- Members of the club: what they pay for how long, since when they belong to it, and each thing that happened to that.

create table membership_plan (
    code       text        not null,
    name       text        not null,
    dues       bigint      not null,
    tax_rate   integer     not null,
    period     text        not null,
    due_day    integer     not null,
    grace_days integer     not null,
    active     boolean     not null,
    changed_at timestamptz not null,
    constraint membership_plan_pk primary key (code),
    constraint membership_plan_dues check (dues between 0 and 9999999),
    constraint membership_plan_tax check (tax_rate in (0, 8, 10)),
    constraint membership_plan_period check (period in ('ONCE', 'MONTH', 'YEAR')),
    constraint membership_plan_days check (due_day between 1 and 31 and grace_days between 0 and 366)
);
comment on table membership_plan is 'What members pay, and for how long.';
comment on column membership_plan.dues is 'Yen for a period, tax included; of ONCE for life.';
comment on column membership_plan.due_day is 'Day of the month on which dues are to be paid, the last of a shorter month.';
comment on column membership_plan.grace_days is 'How long after that day a member stays one without having paid.';
comment on column membership_plan.active is 'Whether somebody may join by it.';

create table membership (
    number          text        not null,
    customer_number text        not null,
    plan            text        not null,
    joined_on       date        not null,
    counted_from    date        not null,
    periods         integer     not null,
    valid_until     date,
    state           text        not null,
    since           date        not null,
    dormant_days    integer     not null default 0,
    created_at      timestamptz not null,
    constraint membership_pk primary key (number),
    constraint membership_of_plan foreign key (plan) references membership_plan,
    constraint membership_state check (state in ('ACTIVE', 'DORMANT', 'LAPSED', 'WITHDRAWN')),
    constraint membership_once unique (customer_number, plan)
);
create index membership_by_plan on membership (plan, state);
create index membership_to_renew on membership (valid_until) where state = 'ACTIVE' and valid_until is not null;
create sequence membership_number;
comment on table membership is 'A customer as a member by a plan; who comes back keeps the number.';
comment on column membership.joined_on is 'The first day as a member.';
comment on column membership.counted_from is 'The first day of the first of its periods in a row: the day of joining or of coming back.';
comment on column membership.periods is 'How many periods in a row dues were charged for.';
comment on column membership.valid_until is 'The last day of the last of them; null for life.';
comment on column membership.since is 'Since when it has this state.';
comment on column membership.dormant_days is 'Days that were not spent as a member since joining, of absences that have ended.';

create table membership_due (
    membership text not null,
    first_day  date not null,
    last_day   date,
    receivable text not null,
    dropped    boolean not null default false,
    constraint membership_due_pk primary key (receivable),
    constraint membership_due_membership foreign key (membership) references membership
);
create unique index membership_due_once on membership_due (membership, first_day) where not dropped;
create index membership_due_by_membership on membership_due (membership);
comment on table membership_due is 'Dues that were charged, one for each period.';
comment on column membership_due.last_day is 'Null for life.';
comment on column membership_due.dropped is 'Whether they were cancelled before anything was paid, as the member went: another may stand for the same period.';

create table membership_change (
    id         bigint generated always as identity,
    membership text        not null,
    what       text        not null,
    state      text        not null,
    on_day     date        not null,
    reason     text,
    at         timestamptz not null,
    actor      text        not null,
    constraint membership_change_pk primary key (id),
    constraint membership_change_membership foreign key (membership) references membership,
    constraint membership_change_what check (what in ('JOINED', 'RENEWED', 'SUSPENDED', 'RESUMED', 'LAPSED', 'WITHDRAWN'))
);
create index membership_change_by_membership on membership_change (membership, id);
comment on table membership_change is 'What happened to a membership. Append-only.';
comment on column membership_change.state is 'Which it had afterwards.';
create function membership_change_refused() returns trigger language plpgsql as $$
begin
    raise exception 'What happened to a membership is not changed';
end $$;
create trigger membership_change_append_only before update or delete on membership_change
    for each row execute function membership_change_refused();
