alter table sim_parcel add column cod_amount bigint not null default 0;
alter table sim_parcel add column delivered_at timestamptz;
alter table sim_parcel add column settled boolean not null default false;
create index sim_parcel_to_settle on sim_parcel (ship_no) where cod_amount > 0 and delivered_at is not null and not settled;
comment on column sim_parcel.cod_amount is 'Yen that the carrier collects.';
comment on column sim_parcel.settled is 'Whether a settlement has told of the cash.';
