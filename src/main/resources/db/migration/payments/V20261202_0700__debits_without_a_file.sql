-- A cycle of which nothing is left when its file is to be written is done without one.
alter table direct_debit drop constraint direct_debit_frozen,
    add constraint direct_debit_frozen check (case state when 'COLLECTED' then request_file is null
                                                         when 'SENT' then request_file is not null else true end);
comment on column direct_debit.request_file is
    'The request as it was handed over, without line breaks, Base64, encrypted; null until it is sent, and if nothing was left to request.';
