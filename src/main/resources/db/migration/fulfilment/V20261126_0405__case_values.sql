-- Published for the maps of the processes: what a case is worth. Ask by key.
create view order_case_value as
select order_number as business_key, total as yen from orders;

create view shipment_case_value as
select shipment_number as business_key, sum(yen)::bigint as yen
  from (select s.shipment_number, max(l.unit_price * (s.quantity / greatest(s.per_piece, 1))) as yen
          from shipment_line s
          join order_line l on l.order_number = s.order_number and l.line_no = s.order_line_no
         where s.kind = 'GOODS'
         group by s.shipment_number, s.order_number, s.order_line_no) line
 group by shipment_number;
