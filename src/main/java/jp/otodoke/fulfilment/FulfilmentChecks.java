package jp.otodoke.fulfilment;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Detects orders and shipments without a process, and processes whose order has ended. */
@Configuration(proxyBeanMethods = false)
class FulfilmentChecks {
    private static final String ORDERS_WITHOUT_PROCESS =
            """
            select o.order_number as subject, 'orders' as group_name, '/orders/' || o.order_number as href,
                   o.status_since as since, array['#status.order.' || o.status] as facts
              from orders_order_view o
             where o.status in ('RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY', 'DISPATCHED',
                                'SHIPPED', 'DELIVERED')
               and o.status_since < cast(:now as timestamptz) - interval '1 minute'
               and not exists (select 1 from workflow_running_case_view c
                                where c.process = 'order' and c.business_key = o.order_number)
               and not exists (select 1 from workflow_queued_start_view q
                                where q.process = 'order' and q.business_key = o.order_number)
            """;

    private static final String SHIPMENTS_WITHOUT_PROCESS =
            """
            select s.shipment_number as subject, 'shipping' as group_name, '/shipments/' || s.shipment_number as href,
                   s.status_since as since, array['#status.shipment.' || s.status] as facts
              from shipment s
             where s.status in ('PLANNED', 'INSTRUCTED', 'ACCEPTED', 'CANCEL_PENDING', 'SHIPPED', 'EXCEPTION')
               and s.status_since < cast(:now as timestamptz) - interval '1 minute'
               and not exists (select 1 from workflow_running_case_view c
                                where c.process = 'shipment' and c.business_key = s.shipment_number)
            """;

    private static final String PROCESSES_OF_ENDED_ORDERS =
            """
            select c.business_key as subject, 'operations' as group_name,
                   case when o.order_number is not null then '/orders/' || o.order_number end as href,
                   coalesce(o.status_since, cast(:now as timestamptz)) as since,
                   array[coalesce('#status.order.' || o.status, '#watch.unknown')] as facts
              from workflow_running_case_view c
              left join orders_order_view o on o.order_number = c.business_key
             where c.process = 'order'
               and (o.order_number is null
                    or o.status in ('COMPLETED', 'RETURNED', 'CANCELLED')
                       and o.status_since < cast(:now as timestamptz) - interval '3 minutes')
            """;

    @Bean
    Check ordersWithoutProcess(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "order-without-process", ORDERS_WITHOUT_PROCESS);
    }

    @Bean
    Check parcelsWithoutProcess(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "parcel-without-process", SHIPMENTS_WITHOUT_PROCESS);
    }

    @Bean
    Check processesOfEndedOrders(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "process-of-ended-order", PROCESSES_OF_ENDED_ORDERS);
    }
}
