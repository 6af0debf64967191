-- The cases behind what has ended, so that the trends of the processes have a past.
insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_,
                             removal_time_, duration_, state_)
select id, id, key, d.key_, d.id_, began::timestamp, ended::timestamp, ended::timestamp + interval '180 days',
       (extract(epoch from ended - began) * 1000)::bigint, 'COMPLETED'
  from (select 'demo-' || order_number as id, order_number as key, 'order' as process, ordered_at as began,
               greatest(status_since, ordered_at) as ended
          from orders where status in ('COMPLETED', 'CANCELLED', 'RETURNED')
        union all
        select 'demo-' || shipment_number, shipment_number, 'shipment', created_at, greatest(delivered_at, created_at)
          from shipment where delivered_at is not null) past
  join (select distinct on (key_) key_, id_ from act_re_procdef order by key_, version_ desc) d on d.key_ = past.process;
