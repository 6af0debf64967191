-- Waits that moved into called processes take their targets along; the step that calls them keeps one for the map's colours, as
-- long as all that may be waited for within.
insert into step_target (process, step, target_seconds, limit_seconds, changed_by, changed_at)
select m.process, t.step, t.target_seconds, t.limit_seconds, t.changed_by, t.changed_at
  from step_target t
  join (values ('clarify-order', 'review-order', 'order'), ('secure-payment', 'await-card', 'order'),
               ('secure-payment', 'payment-declined', 'order'), ('secure-payment', 'payment-unknown', 'order'),
               ('secure-payment', 'await-deposit', 'order'), ('secure-payment', 'arrange-payment', 'order'),
               ('obtain-stock', 'await-stock', 'order'), ('obtain-stock', 'stock-missing', 'order'),
               ('agree-ship-day', 'date-unreachable', 'order'), ('chase-settlement', 'settlement-overdue', 'order'),
               ('chase-parcel', 'parcel-overdue', 'shipment'), ('resolve-delivery-exception', 'delivery-trouble', 'shipment'),
               ('negotiate-cancellation', 'await-cancel-answer', 'shipment'),
               ('negotiate-cancellation', 'pause-before-repeat', 'shipment'),
               ('negotiate-cancellation', 'cancel-too-late', 'shipment')) as m (process, step, former)
    on m.former = t.process and m.step = t.step;
delete from step_target
 where process = 'order' and step in ('await-card', 'payment-declined', 'payment-unknown', 'await-deposit', 'arrange-payment',
                                      'stock-missing')
    or process = 'shipment' and step in ('pause-before-repeat', 'cancel-too-late');
insert into step_target (process, step, target_seconds, limit_seconds, changed_by, changed_at)
values ('order', 'await-payment', extract(epoch from interval '7 days'), extract(epoch from interval '24 days'), 'system', now());
