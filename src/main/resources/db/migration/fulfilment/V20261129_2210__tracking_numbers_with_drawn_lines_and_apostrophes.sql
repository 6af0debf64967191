-- Files from spreadsheets write a tracking number with an apostrophe before it, and some with a drawn line for a hyphen.

create or replace function tracking_key(number text) returns text language sql immutable strict parallel safe
    return upper(regexp_replace(normalize(number, NFKC), '^[''`‘’]+|[\s\u00AD\u200B\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC-]', '', 'g'));
comment on function tracking_key is 'A tracking number in the form in which it is compared: one width, no hyphens, no blanks, no apostrophe before it.';

-- The stored key of a parcel is computed again when its row is written.
update parcel set tracking_number = tracking_number where tracking_key <> tracking_key(tracking_number);
update shipment_result set tracking_number = tracking_key(tracking_number) where tracking_number <> tracking_key(tracking_number);
insert into tracking_event (tracking_number, event, at, office)
select tracking_key(tracking_number), event, at, office from tracking_event where tracking_number <> tracking_key(tracking_number)
on conflict do nothing;
delete from tracking_event where tracking_number <> tracking_key(tracking_number);
