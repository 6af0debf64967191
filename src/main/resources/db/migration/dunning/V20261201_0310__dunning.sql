-- 督促: one case for each receivable in trouble, with all that was done about it and will be.

create table dunning_case (
    id              bigint generated always as identity,
    receivable      text        not null,
    kind            text        not null,
    order_number    text,
    customer_number text,
    method          text        not null,
    cause           text        not null,
    amount          bigint      not null,
    history         int         not null,
    state           text        not null,
    stage           text        not null,
    awaits_decision boolean     not null default false,
    pause_reason    text,
    promised_until  date,
    next_step       text,
    next_at         timestamptz,
    write_off_by    text,
    write_off_why   text,
    outcome         text,
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    constraint dunning_case_pk primary key (id),
    constraint dunning_case_cause check (cause in
        ('UNPAID', 'DECLINED_CAPTURE', 'FAILED_DEBIT', 'WITHDRAWN_SLIP', 'REVERSED_DEPOSIT', 'RESULT_UNKNOWN')),
    constraint dunning_case_state check (state in ('OPEN', 'PAUSED', 'ENDED')),
    constraint dunning_case_stage check (stage in
        ('NEW', 'REMINDED', 'RETRIED', 'OTHER_METHOD', 'LETTER', 'HELD', 'PERSON', 'AGENCY')),
    constraint dunning_case_pause check (pause_reason in ('PROMISE', 'TERM', 'INQUIRY')),
    constraint dunning_case_outcome check (outcome in ('PAID', 'CANCELLED', 'WRITTEN_OFF')),
    constraint dunning_case_ended check ((state = 'ENDED') = (outcome is not null) and (state = 'ENDED') = (ended_at is not null)),
    constraint dunning_case_something check (amount > 0)
);
create unique index dunning_case_once on dunning_case (receivable) where state <> 'ENDED';
create index dunning_case_by_receivable on dunning_case (receivable, id);
create index dunning_case_by_customer on dunning_case (customer_number, opened_at);
create index dunning_case_by_opening on dunning_case (opened_at);
create index dunning_case_by_next on dunning_case (next_at) where state <> 'ENDED';
-- The process view knows a case by the key of its process.
create index dunning_case_by_key on dunning_case (('D' || cast(id as text)));
comment on table dunning_case is 'Money that is overdue or has failed: one case for each receivable at a time.';
comment on column dunning_case.receivable is 'Number of what is owed.';
comment on column dunning_case.kind is 'What it is for: ORDER, DUE, INVOICE or FEE.';
comment on column dunning_case.order_number is 'Null if it is owed without an order.';
comment on column dunning_case.amount is 'Yen that were open when it was opened.';
comment on column dunning_case.history is 'On how many days of the year before cases of the customer were opened.';
comment on column dunning_case.stage is 'The furthest that was done.';
comment on column dunning_case.awaits_decision is 'Whether a person has to decide how it goes on.';
comment on column dunning_case.pause_reason is 'PROMISE until its day, TERM that was extended, INQUIRY until that is closed.';
comment on column dunning_case.promised_until is 'The last day by which the customer has promised to pay.';
comment on column dunning_case.next_step is 'The first step that is planned.';
comment on column dunning_case.write_off_by is 'Who wants to write it off, so that another approves it.';

create table dunning_step (
    id         bigint generated always as identity,
    case_id    bigint      not null,
    kind       text        not null,
    planned_at timestamptz not null,
    state      text        not null,
    result     text,
    done_at    timestamptz,
    constraint dunning_step_pk primary key (id),
    constraint dunning_step_case foreign key (case_id) references dunning_case,
    constraint dunning_step_kind check (kind in ('MAIL', 'RETRY', 'OTHER_METHOD', 'LETTER', 'HOLD_GOODS', 'PERSON', 'AGENCY')),
    constraint dunning_step_state check (state in ('PLANNED', 'DONE', 'SKIPPED'))
);
create index dunning_step_by_case on dunning_step (case_id, planned_at);
create index dunning_step_planned on dunning_step (planned_at) where state = 'PLANNED';
comment on table dunning_step is 'The calendar of a case: what is planned and what was done.';
comment on column dunning_step.result is 'What came of it, as a word of the program; null if there is nothing to say.';

create table dunning_run (
    day         date        not null,
    ran_at      timestamptz not null,
    opened      int         not null,
    ended       int         not null,
    ledger_mark bigint      not null,
    constraint dunning_run_pk primary key (day)
);
comment on table dunning_run is 'Each morning on which cases were opened.';
comment on column dunning_run.ledger_mark is 'How far the ledger had come.';

create table dunning_pause (
    customer_number text        not null,
    since           timestamptz not null,
    constraint dunning_pause_pk primary key (customer_number)
);
comment on table dunning_pause is 'Customers of whom nothing is demanded until an inquiry is closed.';

create table dunning_letter (
    id      bigint generated always as identity,
    case_id bigint      not null,
    due_at  timestamptz not null,
    sent_at timestamptz,
    sent_by text,
    constraint dunning_letter_pk primary key (id),
    constraint dunning_letter_case foreign key (case_id) references dunning_case
);
create index dunning_letter_by_case on dunning_letter (case_id);
create index dunning_letter_to_send on dunning_letter (due_at) where sent_at is null;
comment on table dunning_letter is 'Letters to be printed and posted.';

create table dunning_hold (
    case_id      bigint not null,
    order_number text   not null,
    constraint dunning_hold_pk primary key (case_id, order_number),
    constraint dunning_hold_case foreign key (case_id) references dunning_case
);
comment on table dunning_hold is 'Orders of the customer that a case has put on hold, to be released with its end.';

create table dunning_agency_file (
    id      bigint generated always as identity,
    count   int         not null,
    total   bigint      not null,
    made_at timestamptz not null,
    made_by text        not null,
    constraint dunning_agency_file_pk primary key (id)
);
comment on table dunning_agency_file is 'Lists of cases for the collection agency.';
comment on column dunning_agency_file.total is 'Yen.';

create table dunning_handover (
    case_id bigint      not null,
    amount  bigint      not null,
    at      timestamptz not null,
    file_id bigint,
    constraint dunning_handover_pk primary key (case_id),
    constraint dunning_handover_case foreign key (case_id) references dunning_case,
    constraint dunning_handover_file foreign key (file_id) references dunning_agency_file
);
create index dunning_handover_by_file on dunning_handover (file_id);
comment on table dunning_handover is 'Cases that go to the collection agency, each in one file.';
comment on column dunning_handover.amount is 'Yen that were open then.';
comment on column dunning_handover.file_id is 'Null until it stands in a file.';
