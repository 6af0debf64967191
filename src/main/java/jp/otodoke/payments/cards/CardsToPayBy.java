package jp.otodoke.payments.cards;

import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardsOnFile;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kept cards of a customer that can be charged today. */
@Component
class CardsToPayBy implements CardsOnFile {
    private static final String USABLE =
            " from kept_card where customer_number = :customer and state = 'VALID' and (expires is null or expires >= :today)";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final BusinessClock clock;

    CardsToPayBy(JdbcClient jdbc, Secrets secrets, BusinessClock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Card> usable(CustomerNumber customer) {
        return usable("select id, brand, last4, expires", "", customer)
                .query((row, n) -> new Card(
                        row.getLong("id"),
                        row.getString("brand"),
                        row.getString("last4"),
                        row.getDate("expires") == null
                                ? null
                                : YearMonth.from(row.getDate("expires").toLocalDate())))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CardToken> token(CustomerNumber customer, long card) {
        return usable("select token", " and id = :card", customer)
                .param("card", card)
                .query(String.class)
                .optional()
                .map(token -> new CardToken(secrets.decrypt(token)));
    }

    private JdbcClient.StatementSpec usable(String select, String more, CustomerNumber customer) {
        return jdbc.sql(select + USABLE + more + " order by id desc")
                .param("customer", customer.value())
                .param("today", Date.valueOf(clock.today()));
    }
}
