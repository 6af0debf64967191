-- Warehouse and carrier write a tracking number each in their own way, and carriers use it again after some months.

create function tracking_key(number text) returns text language sql immutable strict parallel safe
    return upper(regexp_replace(normalize(number, NFKC), '[\s\u00AD\u200B\u2010-\u2015\u2043\u2212\u30FC-]', '', 'g'));
comment on function tracking_key is 'A tracking number in the form in which it is compared: one width, no hyphens, no blanks.';

alter table parcel add column tracking_key text not null generated always as (tracking_key(tracking_number)) stored;
alter table parcel drop constraint parcel_pk, add constraint parcel_pk primary key (tracking_key, shipment_number);
drop index parcel_by_tracking_prefix;
create index parcel_by_tracking_prefix on parcel (tracking_key text_pattern_ops);
comment on column parcel.tracking_number is 'As the warehouse wrote it.';
comment on column parcel.tracking_key is 'The same in the form in which it is compared.';

update shipment_result set tracking_number = tracking_key(tracking_number) where tracking_number <> tracking_key(tracking_number);
comment on column shipment_result.tracking_number is 'In the form in which it is compared; empty where nothing left.';

insert into tracking_event (tracking_number, event, at, office)
select tracking_key(tracking_number), event, at, office from tracking_event where tracking_number <> tracking_key(tracking_number)
on conflict do nothing;
delete from tracking_event where tracking_number <> tracking_key(tracking_number);
comment on column tracking_event.tracking_number is 'In the form in which it is compared.';

create or replace view fulfilment_parcel_view as
select tracking_number, shipment_number, carrier, state, state_at, tracking_key from parcel;

create view fulfilment_parcel_event_view as
select p.shipment_number, p.tracking_key, e.event, e.at, e.office
  from parcel p
  join shipment s on s.shipment_number = p.shipment_number
  join tracking_event e on e.tracking_number = p.tracking_key and e.at >= s.shipped_at - interval '30 days'
 where not exists (select 1 from parcel later join shipment t on t.shipment_number = later.shipment_number
                    where later.tracking_key = p.tracking_key and t.shipped_at > s.shipped_at
                      and e.at >= t.shipped_at - interval '30 days');
comment on view fulfilment_parcel_event_view is
    'Events of each parcel. A number that is used again belongs to the later parcel from 30 days before that one was shipped.';
