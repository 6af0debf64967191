-- When the trouble happened that staff saw last: hearing of it again is no news.
alter table shipment add column trouble_at timestamptz;
