package jp.otodoke.payments.schedule;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person has found out about a file whose placing was interrupted or has failed. */
@Component
class SettleDebitFile {
    private final JdbcClient jdbc;
    private final AskAboutDebitFile ask;
    private final BusinessClock clock;

    SettleDebitFile(JdbcClient jdbc, AskAboutDebitFile ask, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ask = ask;
        this.clock = clock;
    }

    /** @throws Refusal if it is not even written (conflict) */
    @Transactional
    public void handedOver(long id) {
        var noted = jdbc.sql(
                        """
                        update direct_debit set delivered_at = coalesce(delivered_at, :now)
                         where id = :id and request_file is not null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (noted == 0) {
            throw Refusal.conflict("direct-debit.file.not-written", id);
        }
        ask.noMore(id);
    }

    /** @throws Refusal if it is known to be handed over, or will be placed anyway (conflict) */
    @Transactional
    public void placeAgain(long id) {
        var again = jdbc.sql(
                        """
                        update direct_debit set placing_at = null
                         where id = :id and state = 'SENT' and placing_at is not null and delivered_at is null
                        """)
                .param("id", id)
                .update();
        if (again == 0) {
            throw Refusal.conflict("direct-debit.file.not-in-doubt", id);
        }
    }
}
