package jp.otodoke.partners.exchange;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants of the exchange with partners. */
@Configuration(proxyBeanMethods = false)
class ExchangeInvariants {
    /**
     * A sealed row belongs to a file that is waiting or sent; a completed row that belongs to a file was sent with
     * it.
     */
    @Bean
    Invariant messagesSentOrQueued(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "messages-sent-or-queued",
                """
                select count(*) from outbox_message o left join partner_message m on m.id = o.message_id
                 where (o.state = 'SEALED' and m.id is null)
                    or (o.state = 'DONE' and m.id is not null and m.state = 'READY')
                """);
    }

    @Bean
    Invariant oneInstructionPerRevision(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-instruction-per-revision",
                """
                select count(*) from fulfilment_shipment_view s
                 where s.status in ('INSTRUCTED', 'ACCEPTED', 'CANCEL_PENDING') and s.revision > 0
                   and not exists (select 1 from outbox_message o
                                    where o.key = 'ship:' || s.shipment_number || ':' || s.revision)
                """);
    }
}
