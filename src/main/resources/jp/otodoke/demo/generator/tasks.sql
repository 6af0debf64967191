-- Work for people, each about an order of the past: no process waits for it.
--> tasks.tasks (key, type, group_name, reason, reason_en, decisions, created_at, due_at, priority, effective_due_at, subject_kind, subject_key, shown_kind, shown_key, persons)
select 'generated:' || n, kind.type, kind.group_name, format(kind.reason, 'A' || lpad(o::text, 8, '0')),
       format(kind.reason_en, 'A' || lpad(o::text, 8, '0')), kind.decisions::text[], since,
       since + interval '1 day', urgent, since + (1 - urgent) * interval '1 day',
       'ORDER', 'A' || lpad(o::text, 8, '0'), 'ORDER', 'A' || lpad(o::text, 8, '0'),
       person_key(known.buyer_name) || ' ' || person_key(known.buyer_kana) || ' ' || person_key(known.buyer_phone)
  from generate_series($first::bigint, $last::bigint) n
  cross join generating.plan
  cross join lateral (select 1 + floor(0.98 * orders * generating.luck(n, 50))::bigint as o,
                             started - 20 * generating.luck(n, 52) ^ 2 * interval '1 day' as since,
                             case when generating.luck(n, 51) < 0.1 then 1 else 0 end as urgent) drawn
  join (values (0, 'tracking-unknown', 'shipping', '受注 %s の送り状番号に、出荷実績のない追跡情報が届きました。',
                'The carrier reports a tracking number of order %s that no shipment has.', '{DISMISS}'),
               (1, 'shop-authorisation-to-void', 'accounting', '受注 %s のカード与信を、ショップの管理画面で取り消してください。',
                'Void the card authorisation of order %s in the shop''s own administration.', '{VOIDED,EXPIRED}'),
               (2, 'order-changed-at-shop', 'orders', 'ショップで受注 %s の内容が変わりました。',
                'Order %s was changed at the shop.', '{HOLD,KEEP,CANCEL}'),
               (3, 'row-rejected', 'orders', '受注 %s の行を取り込めませんでした。',
                'A row of order %s could not be taken.', '{GIVE_UP}')) kind(i, type, group_name, reason, reason_en, decisions)
    on kind.i = floor(4 * generating.luck(n, 53))
  left join orders_order_view known on known.order_number = 'A' || lpad(o::text, 8, '0')
 order by n;
