create table deposit_proposal (
    deposit_id bigint      not null,
    receivable text        not null,
    amount     bigint      not null,
    reason     text        not null,
    confidence int         not null,
    at         timestamptz not null,
    constraint deposit_proposal_pk primary key (deposit_id),
    constraint deposit_proposal_deposit foreign key (deposit_id) references deposit,
    constraint deposit_proposal_reason check (reason in ('SIMILAR_NAME', 'OTHER_AMOUNT')),
    constraint deposit_proposal_confidence check (confidence between 1 and 99)
);
comment on table deposit_proposal is 'What a deposit in state PROPOSED probably pays; a person confirms it.';
comment on column deposit_proposal.receivable is 'Number of what it probably pays.';
comment on column deposit_proposal.amount is 'Yen of the deposit that would pay it.';
comment on column deposit_proposal.reason is 'SIMILAR_NAME: the exact amount, and a name that is almost the payer''s. OTHER_AMOUNT: its number, but another amount.';
comment on column deposit_proposal.confidence is 'Percent.';
