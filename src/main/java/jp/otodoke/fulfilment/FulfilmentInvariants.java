package jp.otodoke.fulfilment;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks between orders, allocations, shipments and the process engine. */
@Configuration(proxyBeanMethods = false)
class FulfilmentInvariants {
    @Bean
    Invariant orderLinesAddUp(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "order-lines-add-up",
                """
                select count(*) from orders_line_view l
                  left join (select p.order_number, p.order_line_no, min(p.left_house / p.pieces_per_unit) as whole,
                                    max((p.left_house + p.pieces_per_unit - 1) / p.pieces_per_unit) as begun
                               from (select order_number, order_line_no, sku, sum(shipped) as left_house,
                                            max(pieces_per_unit) as pieces_per_unit
                                       from (select s.order_number, s.order_line_no, s.sku, s.shipped, s.pieces_per_unit
                                               from shipment_line s join shipment p on p.shipment_number = s.shipment_number
                                              where s.kind = 'GOODS' and p.status <> 'CANCELLED'
                                             union all
                                             select o.order_number, o.line_no, a.sku, 0, a.units from orders_line_view o
                                              cross join unnest(o.article_skus, o.article_units) a(sku, units)) part
                                      group by 1, 2, 3) p
                              group by 1, 2) s
                    on s.order_number = l.order_number and s.order_line_no = l.line_no
                 where l.quantity <> l.open + l.shipped + l.cancelled
                    or l.shipped > case when exists (select 1 from orders_event_view e
                                                      where e.order_number = l.order_number and e.event = 'SET_INCOMPLETE')
                                        then s.begun else s.whole end
                """);
    }

    @Bean
    Invariant noAllocationWithoutOpenLine(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "stock-allocated-for-open-lines-only",
                """
                select count(*) from inventory_allocation_view a
                  left join orders_line_view l on l.order_number = a.order_number and l.line_no = a.line_no
                 where coalesce(l.open, 0) = 0
                """);
    }

    @Bean
    Invariant oneShippedParcelPerShipmentResult(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-shipped-parcel-per-shipment",
                """
                select (select count(*) from shipment s
                         where s.status in ('SHIPPED', 'EXCEPTION', 'DELIVERED', 'RETURNED')
                           and not exists (select 1 from parcel p where p.shipment_number = s.shipment_number))
                     + (select count(*) from shipment s
                         where s.status in ('PLANNED', 'INSTRUCTED', 'ACCEPTED', 'CANCEL_PENDING', 'CANCELLED')
                           and exists (select 1 from parcel p where p.shipment_number = s.shipment_number))
                """);
    }

    @Bean
    Invariant oneWaybillOneShipment(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-waybill-number-per-shipment",
                """
                select count(*) from parcel a
                  join parcel b on b.tracking_key = a.tracking_key and b.shipment_number > a.shipment_number
                  join shipment s on s.shipment_number = a.shipment_number
                  join shipment t on t.shipment_number = b.shipment_number
                 where t.shipped_at between s.shipped_at - interval '60 days' and s.shipped_at + interval '60 days'
                """);
    }

    @Bean
    Invariant noShipmentForCancelledOrder(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "no-shipment-for-cancelled-order",
                """
                select count(*) from (
                    select distinct s.shipment_number, l.order_number from shipment s
                      join shipment_line l on l.shipment_number = s.shipment_number and l.kind = 'GOODS'
                      join orders_order_view o on o.order_number = l.order_number
                     where o.status = 'CANCELLED'
                       and (s.status in ('PLANNED', 'INSTRUCTED', 'ACCEPTED', 'CANCEL_PENDING')
                            or (s.status in ('SHIPPED', 'EXCEPTION', 'DELIVERED') and l.shipped > 0))) broken
                """);
    }

    @Bean
    Invariant plannedShipmentsOfOpenOrders(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "planned-shipments-of-open-orders",
                """
                select count(*) from (
                    select p.order_number from planned_shipment p left join orders_order_view o on o.order_number = p.order_number
                     group by p.order_number, o.progress, o.planned_ship_date
                    having o.progress is null or o.progress not in ('RECEIVED', 'IN_REVIEW', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY')
                        or o.progress = 'READY' and o.planned_ship_date is distinct from
                               case when bool_and(p.ship_date is not null) then min(p.ship_date) end) broken
                """);
    }

    @Bean
    Invariant oneShipmentPerNumber(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-shipment-per-number",
                """
                select (select count(*) from planned_shipment p
                         where exists (select 1 from shipment s where s.shipment_number = p.shipment_number)
                            or exists (select 1 from cancelled_plan c where c.shipment_number = p.shipment_number))
                     + (select count(*) from cancelled_plan c
                         where exists (select 1 from shipment s where s.shipment_number = c.shipment_number)
                            or c.reason = 'MERGED'
                               and not exists (select 1 from shipment_line l
                                                where l.shipment_number = c.merged_into and l.order_number = c.order_number))
                """);
    }

    @Bean
    Invariant splitShipmentsHaveGoods(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "split-shipments-have-goods",
                """
                select (select count(*) from planned_shipment p
                         where p.part > 1
                           and p.ship_date is not null
                           and not exists (select 1 from split_article a join orders_line_view l
                                               on l.order_number = a.order_number and l.line_no = a.line_no
                                            where a.order_number = p.order_number and a.part = p.part and l.open > 0))
                     + (select count(*) from split_article a
                         where not exists (select 1 from orders_line_view l
                                            where l.order_number = a.order_number and l.line_no = a.line_no))
                """);
    }

    @Bean
    Invariant excludedOrdersHaveATask(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "task-for-every-order-left-out-of-waves",
                """
                select count(*) from ship_wave_exclusion e
                 where not exists (select 1 from inbox_task_view t join inbox_task_subject_view s on s.task_id = t.id
                                    where t.type = 'wave-order-failed' and t.state = 'OPEN'
                                      and s.kind = 'ORDER' and s.key = e.order_number)
                """);
    }

    @Bean
    Invariant goodsLeaveTheWarehouseThatWasInstructed(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "goods-leave-the-warehouse-instructed",
                """
                select count(*) from inventory_movement_view m
                  join shipment s on s.shipment_number = split_part(m.reference, '/', 1)
                 where m.kind = 'SHIPMENT' and m.warehouse <> s.warehouse
                """);
    }

    /**
     * An ended order has no process; any other has exactly one, at the step that its status implies, unless the process has
     * yet to be told. One that is queued counts as begun.
     */
    @Bean
    Invariant oneProcessPerOpenOrder(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-process-per-open-order",
                """
                with live as (
                         select c.business_key as key, count(*) as instances,
                                bool_or(exists (select 1 from workflow_current_step_view s
                                                 where s.case_id = c.case_id
                                                   and s.step in ('await-parcels', 'await-settlement', 'settlement-overdue'))
                                ) as handed_over
                           from (select business_key, case_id from workflow_running_case_view where process = 'order'
                                 union all
                                 select business_key, null from workflow_queued_start_view where process = 'order') c
                          group by 1)
                select count(*) from orders_order_view o left join live l on l.key = o.order_number
                 where case when o.progress in ('COMPLETED', 'CANCELLED', 'RETURNED') then l.instances is not null
                            when o.progress in ('DISPATCHED', 'SHIPPED', 'DELIVERED')
                                 then l.instances is distinct from 1 or not l.handed_over
                            else l.instances is distinct from 1 or l.handed_over end
                   and not exists (select 1 from workflow_undelivered_message_view m where m.business_key = o.order_number)
                """);
    }

    /**
     * An ended shipment has no process; any other has exactly one, at the step that its status implies, unless the process
     * has yet to be told.
     */
    @Bean
    Invariant oneProcessPerLiveShipment(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-process-per-live-shipment",
                """
                with live as (
                         select c.business_key as key, count(*) as instances,
                                bool_or(exists (select 1 from workflow_current_step_view s
                                                 where s.case_id = c.case_id and s.step = 'await-delivery')) as left_house
                           from workflow_running_case_view c where c.process = 'shipment' group by 1)
                select count(*) from shipment s left join live l on l.key = s.shipment_number
                 where case when s.status in ('DELIVERED', 'RETURNED', 'CANCELLED') then l.instances is not null
                            when s.status in ('SHIPPED', 'EXCEPTION') then l.instances is distinct from 1 or not l.left_house
                            else l.instances is distinct from 1 or l.left_house end
                   and not exists (select 1 from workflow_undelivered_message_view m where m.business_key = s.shipment_number)
                """);
    }
}
