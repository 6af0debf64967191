package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The turns that are due through a day. The next turn of each subscription stands in its row; only for those that are due
 * earlier than the last day further turns are worked out.
 */
@Component
class DueTurns {
    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;

    DueTurns(JdbcClient jdbc, Subscriptions subscriptions) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
    }

    /** A turn after the next one. */
    record Further(SubscriptionNumber number, ComingTurn turn) {}

    /** Turns after the next that are due too. */
    List<Further> further(LocalDate through) {
        var further = new ArrayList<Further>();
        var last = "";
        for (var chunk = early(through, last); !chunk.isEmpty(); chunk = early(through, last)) {
            var found = subscriptions.all(chunk);
            for (var number : chunk) {
                var one = found.get(number);
                if (one != null) {
                    one.dueAfterNext(through).forEach(turn -> further.add(new Further(number, turn)));
                }
            }
            last = chunk.get(chunk.size() - 1).value();
        }
        return further;
    }

    private List<SubscriptionNumber> early(LocalDate through, String after) {
        return jdbc.sql(
                        """
                        select number from subscription where next_delivery < :through and number > :after order by number limit :chunk
                        """)
                .param("through", through)
                .param("after", after)
                .param("chunk", CHUNK)
                .query((row, n) -> SubscriptionNumber.of(row.getString(1)))
                .list();
    }
}
