package jp.otodoke.payments.cards;

import java.sql.Date;
import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects the cards about which the agency is asked this month: each that can be charged, once, whoever pays with it. */
@Component
public class MakeCardUpdate {
    private static final String CARDS =
            " from kept_card k where k.state = 'VALID' and (k.expires is null or k.expires >= :today)";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MakeCardUpdate(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return its id
     * @throws Refusal if this month's is made already, or there are no cards to ask about (conflict)
     */
    @Transactional
    public long make(String by) {
        var month = clock.today().withDayOfMonth(1);
        long id = jdbc.sql(
                        """
                        insert into card_update (month, state, made_at, made_by) values (:month, 'COLLECTED', :now, :by)
                        on conflict on constraint card_update_once do nothing returning id
                        """)
                .param("month", Date.valueOf(month))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("card-updates.made", month.getYear(), month.getMonthValue()));
        int cards = jdbc.sql("insert into card_update_card (update_id, card_id) select :id, min(k.id)" + CARDS
                        + " group by k.token_hash order by 2")
                .param("id", id)
                .param("today", Date.valueOf(clock.today()))
                .update();
        if (cards == 0) {
            throw Refusal.conflict("card-updates.no-cards");
        }
        return id;
    }

    /** Whether this month's is to be made, and there is something to ask. */
    @Transactional(readOnly = true)
    boolean wanted() {
        return jdbc.sql("select not exists (select 1 from card_update where month = :month) and exists (select 1"
                        + CARDS + ")")
                .param("month", Date.valueOf(clock.today().withDayOfMonth(1)))
                .param("today", Date.valueOf(clock.today()))
                .query(Boolean.class)
                .single();
    }
}
