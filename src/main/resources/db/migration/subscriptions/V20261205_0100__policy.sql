-- The firm's terms of subscriptions.

create table subscription_policy (
    only_one    boolean not null default true,
    make_days   int     not null,
    change_days int     not null,
    shift       text    not null,
    early_days  int     not null,
    constraint subscription_policy_pk primary key (only_one),
    constraint subscription_policy_only_one check (only_one),
    constraint subscription_policy_shift check (shift in ('BEFORE', 'AFTER')),
    constraint subscription_policy_days check (make_days between 1 and 60 and change_days between 0 and 60 and early_days between 0 and 14)
);
insert into subscription_policy (make_days, change_days, shift, early_days) values (5, 3, 'AFTER', 2);
comment on table subscription_policy is 'The firm''s terms of subscriptions, one row.';
comment on column subscription_policy.make_days is 'So many days before its delivery the order of a turn is made.';
comment on column subscription_policy.change_days is 'Until so many working days of the warehouse before its delivery a turn can be changed.';
comment on column subscription_policy.shift is 'To which side deliveries move if a day is closed.';
comment on column subscription_policy.early_days is 'How many days earlier than necessary goods may leave where the warehouse is closed.';
