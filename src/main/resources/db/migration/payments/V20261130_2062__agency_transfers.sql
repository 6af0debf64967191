alter table deposit add column from_agency boolean not null default false;
comment on column deposit.from_agency is 'Whether it is what the agency for convenience stores transfers, and so pays nothing by itself.';
