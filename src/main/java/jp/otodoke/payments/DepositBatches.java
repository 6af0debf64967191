package jp.otodoke.payments;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deposits that were matched together, so that it can be undone together. */
@Component
class DepositBatches {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DepositBatches(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A run over all open deposits, begun by this person. */
    @Transactional
    public long begin(String by) {
        return jdbc.sql("insert into deposit_batch (day, actor, at) values (:day, :by, :now) returning id")
                .param("day", clock.today())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The same for all parts of a file that is stored as this message. One that is there is not locked, as parts may be booked together. */
    @Transactional
    public long ofMessage(String source, long message) {
        return jdbc.sql("select id from deposit_batch where message_id = :message")
                .param("message", message)
                .query(Long.class)
                .optional()
                .orElseGet(() -> beginOfMessage(source, message));
    }

    private long beginOfMessage(String source, long message) {
        return jdbc.sql(
                        """
                        insert into deposit_batch (source, message_id, day, actor, at) values (:source, :message, :day, :by, :now)
                        on conflict (message_id) do update set source = excluded.source returning id
                        """)
                .param("source", source)
                .param("message", message)
                .param("day", clock.today())
                .param("by", CurrentStaff.SYSTEM)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The same for all of this source on one day, where no file is stored. */
    @Transactional
    public long ofSource(String source) {
        return jdbc.sql(
                        """
                        insert into deposit_batch (source, day, actor, at) values (:source, :day, :by, :now)
                        on conflict (source, day) where message_id is null do update set source = excluded.source returning id
                        """)
                .param("source", source)
                .param("day", clock.today())
                .param("by", CurrentStaff.SYSTEM)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
