update task set persons = named.persons
  from (select o.task_id, string_agg(distinct person_key(p.written), ' ') as persons
          from task_order o
          join task t on t.id = o.task_id and t.state = 'OPEN'
          join orders using (order_number)
          join order_destination d using (order_number)
         cross join lateral unnest(array[buyer_name, buyer_kana, buyer_phone, d.name, d.kana, d.phone]) as p(written)
         where p.written <> ''
         group by o.task_id) named
 where named.task_id = task.id;
