package jp.otodoke.catalog;

import java.time.LocalDate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the price of gift wrapping from a day on. Earlier prices stay, so that past charges remain explained. */
@Service
public class ChangeWrappingFee {
    private static final Yen HIGHEST = Yen.of(100_000);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ChangeWrappingFee(JdbcClient jdbc, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Setting the same day again replaces it.
     *
     * @throws InvalidInput for a day in the past, or an implausible amount
     */
    @Transactional
    public void change(@Nullable LocalDate from, @Nullable Yen amount) {
        if (from == null || from.isBefore(clock.today())) {
            throw new InvalidInput("validFrom", "past", BilingualText.of("charges.problem.valid-from"));
        }
        if (amount == null || amount.isNegative() || amount.isMoreThan(HIGHEST)) {
            throw new InvalidInput("amount", "invalid", BilingualText.of("charges.problem.amount"));
        }
        jdbc.sql(
                        """
                        insert into wrapping_fee (valid_from, amount) values (:from, :amount)
                        on conflict (valid_from) do update set amount = excluded.amount
                        """)
                .param("from", from)
                .param("amount", amount.amount())
                .update();
        audit.record("wrapping-fee-changed", from.toString(), amount.toString());
    }
}
