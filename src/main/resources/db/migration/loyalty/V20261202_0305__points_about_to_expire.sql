create table point_expiry_notice (
    lot_id bigint      not null,
    at     timestamptz not null,
    mailed boolean     not null,
    constraint point_expiry_notice_pk primary key (lot_id),
    constraint point_expiry_notice_lot foreign key (lot_id) references point_lot
);
comment on table point_expiry_notice is 'Lots whose customers were told that they expire, each once.';
comment on column point_expiry_notice.mailed is 'False where nobody is mailed: there is no address, or the customer rests.';
