-- The formats of banks fill numbers with zeros to different lengths. What was stored of one is found by another from now on;
-- what both have reported already stays as it is.
create temp table renamed on commit drop as
select id, bank_reference as before,
       regexp_replace(regexp_replace(regexp_replace(bank_reference,
           '^(\d{4}-\d{3}-\d-)0+(\d)', '\1\2'),
           '^([^:]*:[^:]*:)0+', '\1'),
           ':0+([^:]*:(cancel)?#\d+)$', ':\1') as after
  from deposit where bank_reference ~ '^\d{4}-\d{3}-\d-\d+:';
update deposit d set bank_reference = r.after
  from renamed r
 where r.id = d.id and r.after <> r.before
   and not exists (select 1 from deposit o where o.bank_reference = r.after)
   and not exists (select 1 from renamed o where o.after = r.after and o.id < r.id);
update deposit set inquiry_number = regexp_replace(regexp_replace(inquiry_number, '^(\d{4}-\d{3}-\d-)0+(\d)', '\1\2'), '/0+', '/')
 where inquiry_number ~ '^\d{4}-\d{3}-\d-0|/0';
