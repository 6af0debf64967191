package jp.otodoke.fulfilment;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders and parcels whose process is not there, and processes whose order or parcel is over. */
@Configuration(proxyBeanMethods = false)
class FulfilmentChecks {
    private static final String WITHOUT_PROCESS =
            """
            select t.%1$s_number as subject, '%2$s' as group_name, '/%5$s/' || t.%1$s_number as href,
                   t.status_since as since, array['#status.%1$s.' || t.status] as facts
              from %3$s t
             where t.status in (%4$s) and t.status_since < cast(:now as timestamptz) - interval '1 minute'
               and not exists (select 1 from running_case c
                                where c.process = '%1$s' and c.business_key = t.%1$s_number)
            """;

    private static final String OVER =
            """
            select c.business_key as subject, 'operations' as group_name,
                   case when t.%1$s_number is not null then '/%2$s/' || t.%1$s_number end as href,
                   coalesce(t.status_since, cast(:now as timestamptz)) as since,
                   array[coalesce('#status.%1$s.' || t.status, '#watch.unknown')] as facts
              from running_case c
              left join %2$s t on t.%1$s_number = c.business_key
             where c.process = '%1$s'
               and (t.%1$s_number is null
                    or t.status in (%3$s) and t.status_since < cast(:now as timestamptz) - interval '3 minutes')
            """;

    @Bean
    Check ordersWithoutProcess(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "order-without-process",
                WITHOUT_PROCESS.formatted(
                        "order",
                        "orders",
                        "orders",
                        """
                        'RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY', 'DISPATCHED',
                        'SHIPPED', 'DELIVERED'""",
                        "orders"));
    }

    @Bean
    Check parcelsWithoutProcess(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "parcel-without-process",
                WITHOUT_PROCESS.formatted(
                        "shipment",
                        "shipping",
                        "shipment",
                        "'PLANNED', 'INSTRUCTED', 'ACCEPTED', 'CANCEL_PENDING', 'SHIPPED', 'EXCEPTION'",
                        "shipments"));
    }

    @Bean
    Check processesOfEndedOrders(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "process-of-ended-order",
                OVER.formatted("order", "orders", "'COMPLETED', 'RETURNED', 'CANCELLED'"));
    }
}
