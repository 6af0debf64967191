-- 口座振替依頼書 on paper: from the post until the bank has accepted it, or nobody waits for it any more.
create table mandate_form (
    id              bigint generated always as identity,
    customer_number text        not null,
    bank_code       text,
    branch_code     text,
    account_type    text,
    account_number  text,
    account_end     text,
    holder_kana     text,
    state           text        not null,
    defect          text,
    reminders       integer     not null default 0,
    remind_on       date,
    mandate_id      bigint,
    received_at     timestamptz not null,
    changed_at      timestamptz not null,
    actor           text        not null,
    constraint mandate_form_pk primary key (id),
    constraint mandate_form_mandate foreign key (mandate_id) references mandate,
    constraint mandate_form_state check (state in ('RECEIVED', 'SENT', 'DEFECT', 'ACCEPTED', 'REPLACED', 'GIVEN_UP')),
    constraint mandate_form_defect check (defect in ('SEAL', 'INCOMPLETE', 'ACCOUNT', 'NAME', 'ILLEGIBLE', 'OTHER')),
    constraint mandate_form_chased check ((state = 'DEFECT') = (remind_on is not null)),
    constraint mandate_form_account check ((account_number is null) = (bank_code is null))
);
create index mandate_form_by_customer on mandate_form (customer_number, id);
create unique index mandate_form_open_once on mandate_form (customer_number) where state in ('RECEIVED', 'SENT', 'DEFECT');
create index mandate_form_to_remind on mandate_form (remind_on) where remind_on is not null;
comment on table mandate_form is 'Mandates on paper (口座振替依頼書) on their way to the bank and back. At most one of a customer is open.';
comment on column mandate_form.bank_code is 'Null, as are the other fields of the account, if the form could not be read so far.';
comment on column mandate_form.account_number is 'Seven digits, encrypted.';
comment on column mandate_form.account_end is 'Its last three digits, which tell accounts apart.';
comment on column mandate_form.state is
    'RECEIVED; SENT to the bank; DEFECT: back at the customer; ACCEPTED; REPLACED by a newer form or mandate; GIVEN_UP.';
comment on column mandate_form.defect is
    'What is wrong with it: SEAL 届出印相違, INCOMPLETE 記入漏れ, ACCOUNT 口座相違, NAME 名義相違, ILLEGIBLE 印影不鮮明, OTHER.';
comment on column mandate_form.reminders is 'How often the customer was asked for a right one.';
comment on column mandate_form.remind_on is 'When the customer is asked again; null unless it has a defect.';
