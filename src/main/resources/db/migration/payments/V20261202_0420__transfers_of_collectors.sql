-- Lump sums by which those who collect for us pay out: stores' agency, the agency of direct debits, carriers.
alter table deposit add column collector text,
    add constraint deposit_collector check (collector in ('CONVENIENCE', 'DEBIT', 'CARRIER'));
comment on column deposit.collector is
    'Whose transfer of what it has collected it is; null if from_agency is false, and of older ones, which are of CONVENIENCE.';
comment on column deposit.from_agency is 'Whether it is what somebody who collects for us transfers, and so pays nothing by itself.';

create table collector_remitter (
    remitter_key text        not null,
    collector    text        not null,
    remitter     text        not null,
    learned_at   timestamptz not null,
    learned_by   text        not null,
    constraint collector_remitter_pk primary key (remitter_key),
    constraint collector_remitter_collector check (collector in ('CONVENIENCE', 'DEBIT', 'CARRIER'))
);
comment on table collector_remitter is 'Names under which those who collect for us transfer, as people have decided about deposits.';
comment on column collector_remitter.remitter_key is 'As deposit.remitter_key.';
