-- A parcel's row changes a dozen times in its life, most of all the moment at which it is missed.
alter table shipment set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
