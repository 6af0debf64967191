create table customer_notice (
    task_key     text        not null,
    order_number text        not null,
    text         text        not null,
    constraint customer_notice_pk primary key (task_key)
);
comment on table customer_notice is 'What staff are to tell a customer without e-mail address, by the task that asks for it; gone once the task is decided.';
