package jp.otodoke.payments;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of direct debits. */
@Configuration(proxyBeanMethods = false)
class DebitInvariants {
    /** What an agency has collected is booked in full, and nothing else is. */
    @Bean
    Invariant debitsAreBooked(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "direct-debits-are-booked",
                """
                select count(*) from direct_debit_claim c
                  left join lateral (select sum(amount) as booked from ledger_entry e
                                      where e.posting in ('direct-debit:' || c.id, 'direct-debit-excess:' || c.id)
                                        and e.account = 'DEBIT_AGENCY') l on true
                 where coalesce(l.booked, 0) <> case when c.state = 'PAID' then c.amount else 0 end
                """);
    }
}
