alter table deposit add column inquiry_number text;
alter table deposit add column doubtful boolean not null default false;
update deposit set inquiry_number = split_part(bank_reference, ':', 1) || '/' || split_part(bank_reference, ':', 3)
 where bank_reference like '%:%:%:%:%:%:%' and split_part(bank_reference, ':', 3) ~ '[1-9]';
-- A reversal names the deposit that it takes back.
create index deposit_by_inquiry_number on deposit (inquiry_number) where inquiry_number is not null;
comment on column deposit.inquiry_number is 'The account and the bank''s number of the transfer (照会番号).';
comment on column deposit.doubtful is 'Whether number and name of the remitter pointed to different orders; only a person matches it then.';
