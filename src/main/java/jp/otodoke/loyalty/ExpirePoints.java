package jp.otodoke.loyalty;

import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Expires the points that nobody used in time. */
@Component
public class ExpirePoints {
    private final JdbcClient jdbc;
    private final PointBook book;
    private final BusinessClock clock;

    ExpirePoints(JdbcClient jdbc, PointBook book, BusinessClock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public void expire() {
        jdbc.sql(
                        """
                        select customer_number from point_account
                         where customer_number in (select customer_number from point_lot where expires_on < :today and remaining > 0)
                         order by customer_number for update
                        """)
                .param("today", clock.today())
                .query()
                .listOfRows();
        book.expire();
    }
}
