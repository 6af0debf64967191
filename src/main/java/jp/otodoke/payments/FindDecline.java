package jp.otodoke.payments;

import java.util.Optional;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why the card of an order was refused last. */
@Component
public class FindDecline {
    private final JdbcClient jdbc;

    FindDecline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if its last attempt was not refused. */
    @Transactional(readOnly = true)
    public Optional<CardDecline> last(OrderNumber order) {
        return jdbc.sql(
                        """
                        select coalesce(c.code, c.outcome)
                          from receivable r join card_call c on c.transaction_no = r.transaction_no
                         where r.number = :order and r.status = 'FAILED' and c.outcome = 'DECLINED' and c.wanted in ('AUTHORISE', 'CAPTURE')
                         order by c.id desc limit 1
                        """)
                .param("order", order.value())
                .query(String.class)
                .optional()
                .map(CardDecline::of);
    }
}
