-- What the wrapping of one destination's goods costs with tax; before the first day it costs nothing.
create table wrapping_fee (
    valid_from date constraint wrapping_fee_pk primary key,
    amount     bigint not null constraint wrapping_fee_not_negative check (amount >= 0)
);
