create table dunning_reminder (
    customer_number text   not null,
    day             date   not null,
    channel         text   not null,
    case_id         bigint not null,
    constraint dunning_reminder_pk primary key (customer_number, day, channel),
    constraint dunning_reminder_case foreign key (case_id) references dunning_case
);
comment on table dunning_reminder is
    'Which case has reminded a customer on account that day, of all statements that are due; the others need not.';
