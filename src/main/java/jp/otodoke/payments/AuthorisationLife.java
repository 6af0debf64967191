package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Duration;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long a card company keeps what it has authorised. */
@Component
class AuthorisationLife {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final int days;
    private final int renewedBefore;

    /**
     * @param days from the authorisation on; card companies differ, between 60 and 90
     * @param renewedBefore so many days before its end it is renewed, if the goods have not left
     */
    AuthorisationLife(
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.card.authorisation-days:60}") int days,
            @Value("${otodoke.card.renewed-days-before:5}") int renewedBefore) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
        this.renewedBefore = renewedBefore;
    }

    int days() {
        return days;
    }

    /** What was authorised before this moment is renewed today, if it is to. */
    Timestamp renewalBefore() {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(Math.max(0, days - renewedBefore))));
    }

    /** Whether it can't be captured any more. It counts from when it was asked for, as nobody says when it began. */
    boolean ended(String transactionNo) {
        return jdbc.sql(
                        """
                        select coalesce(max(coalesce(not_before, created_at)) <= :ended, false) from card_call
                         where transaction_no = :no and kind = 'AUTHORISE'
                        """)
                .param("no", transactionNo)
                .param("ended", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query(Boolean.class)
                .single();
    }
}
