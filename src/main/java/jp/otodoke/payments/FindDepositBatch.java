package jp.otodoke.payments;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the batch by which all that a file matched by itself can be undone. */
@Component
public class FindDepositBatch {
    private final JdbcClient jdbc;

    FindDepositBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param message that stores the file
     * @return empty if the file matched nothing
     */
    @Transactional(readOnly = true)
    public Optional<Long> ofMessage(long message) {
        return jdbc.sql(
                        """
                        select b.id from deposit_batch b
                         where b.message_id = :message
                           and exists (select 1 from payment_allocation a where a.batch_id = b.id)
                        """)
                .param("message", message)
                .query(Long.class)
                .optional();
    }
}
