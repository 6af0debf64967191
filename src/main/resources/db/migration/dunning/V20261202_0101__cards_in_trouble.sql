-- Why a card was refused decides how its case goes on; and money that a card company takes back is a cause of its own.

alter table dunning_case add column declined text;
comment on column dunning_case.declined is 'The gateway''s code of the card that was refused; null if none was.';
alter table dunning_case drop constraint dunning_case_cause, add constraint dunning_case_cause check (cause in
    ('UNPAID', 'DECLINED_CAPTURE', 'FAILED_DEBIT', 'WITHDRAWN_SLIP', 'REVERSED_DEPOSIT', 'RESULT_UNKNOWN', 'CHARGEBACK'));
