create view catalog_tax_rate_view as select tax_class, valid_from, percent from tax_rate;
comment on view catalog_tax_rate_view is 'Dated rates of consumption tax; the latest row that has begun holds.';
