package jp.otodoke.catalog;

import java.time.LocalDate;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff decide what wrapping costs from a day on. What was charged on days before stays explained. */
@Service
public class ChangeWrappingFee {
    private static final long HIGHEST = 100_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ChangeWrappingFee(JdbcClient jdbc, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The same day again replaces what was decided for it.
     *
     * @throws InvalidInput for a day that is over, or an amount that nobody would charge
     */
    @Transactional
    public void change(@Nullable LocalDate from, @Nullable Long amount) {
        if (from == null || from.isBefore(clock.today())) {
            throw new InvalidInput("validFrom", "past", Words.of("charges.problem.valid-from"));
        }
        if (amount == null || amount < 0 || amount > HIGHEST) {
            throw new InvalidInput("amount", "invalid", Words.of("charges.problem.amount"));
        }
        jdbc.sql(
                        """
                        insert into wrapping_fee (valid_from, amount) values (:from, :amount)
                        on conflict (valid_from) do update set amount = excluded.amount
                        """)
                .param("from", from)
                .param("amount", amount)
                .update();
        audit.record("wrapping-fee-changed", from.toString(), Yen.of(amount).toString());
    }
}
