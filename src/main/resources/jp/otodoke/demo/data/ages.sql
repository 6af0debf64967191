-- By how much each open order is older than its case, and each parcel than its own: the last thing that happened to a parcel
-- is what its present step began with.
create temp table demo_age on commit drop as
select o.order_number as key, 'order' as process, o.received_at - o.ordered_at as age
  from orders o where o.status not in ('COMPLETED', 'CANCELLED', 'RETURNED') and o.received_at > o.ordered_at
union all
select s.shipment_number, 'shipment', s.status_since - coalesce(
           (select max(e.at) from parcel p join tracking_event e on e.tracking_number = p.tracking_number
             where p.shipment_number = s.shipment_number and s.trouble is not null), s.shipped_at)
  from shipment s where s.shipped_at is not null and s.delivered_at is null and s.shipped_at < s.status_since;
create temp table demo_case on commit drop as
select p.id_ as instance, a.* from demo_age a
  join act_hi_procinst c on c.business_key_ = a.key and c.proc_def_key_ = a.process
  join act_hi_procinst p on p.root_proc_inst_id_ = c.id_;
analyze demo_age, demo_case;

update act_hi_procinst p set start_time_ = p.start_time_ - c.age from demo_case c where c.instance = p.proc_inst_id_;
update act_hi_actinst a set start_time_ = a.start_time_ - c.age, end_time_ = a.end_time_ - c.age
  from demo_case c where c.instance = a.proc_inst_id_;
-- A step that waits for stock goes on being patient as long as it would have been from then on.
update act_ru_job j set duedate_ = j.duedate_ - c.age
  from demo_case c, act_ru_jobdef d
 where c.instance = j.process_instance_id_ and d.id_ = j.job_def_id_ and d.act_id_ = 'stock-overdue';

update task t set created_at = t.created_at - a.age, due_at = t.due_at - a.age, rank_at = t.rank_at - a.age
  from demo_age a where t.business_key = a.key and t.process = a.process;
-- Nothing of it was read by anybody yet.
alter table order_event disable trigger order_event_append_only;
update order_event e set at = e.at - a.age from demo_age a
 where a.process = 'order' and a.key = e.order_number and e.event in ('RECEIVED', 'IN_REVIEW', 'PAYMENT_REQUESTED');
alter table order_event enable trigger order_event_append_only;
update orders o set received_at = o.received_at - a.age, status_since = o.status_since - a.age
  from demo_age a where a.process = 'order' and a.key = o.order_number and o.status not in ('DISPATCHED', 'SHIPPED', 'DELIVERED');
update shipment s set status_since = s.status_since - a.age from demo_age a where a.process = 'shipment' and a.key = s.shipment_number;
