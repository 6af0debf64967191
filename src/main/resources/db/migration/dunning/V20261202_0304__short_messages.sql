alter table dunning_step drop constraint dunning_step_kind;
alter table dunning_step add constraint dunning_step_kind check (kind in
    ('MAIL', 'RETRY', 'OTHER_METHOD', 'LETTER', 'SMS', 'HOLD_GOODS', 'PERSON', 'AGENCY'));
alter table dunning_case drop constraint dunning_case_stage;
alter table dunning_case add constraint dunning_case_stage check (stage in
    ('NEW', 'REMINDED', 'RETRIED', 'OTHER_METHOD', 'LETTER', 'TEXTED', 'HELD', 'PERSON', 'AGENCY'));
comment on column dunning_step.result is
    'What came of it, or why it was skipped, as a word of the program; null if there is nothing to say.';
