package jp.otodoke.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of a subscription's turns, and what was changed. */
@Component
public class SubscriptionHistory {
    private final JdbcClient jdbc;

    SubscriptionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change, for people. */
    public record Entry(
            Instant at,
            String who,
            WishKind kind,
            @Nullable Scope scope,
            @Personal(Personal.Kind.TEXT) @Nullable String reason,
            BilingualText beforeText,
            BilingualText afterText) {
        /** An address is personal, all else is not. */
        private static final String HIDDEN = "***";

        public BilingualText before(boolean personal) {
            return shown(beforeText, personal);
        }

        public BilingualText after(boolean personal) {
            return shown(afterText, personal);
        }

        private BilingualText shown(BilingualText text, boolean personal) {
            return personal || kind != WishKind.ADDRESS ? text : BilingualText.asWritten(HIDDEN);
        }
    }

    /** The last ones, oldest first. */
    @Transactional(readOnly = true)
    public List<DecidedTurn> turns(SubscriptionNumber number, int most) {
        return jdbc.sql(
                        """
                        select * from (select * from subscription_turn where subscription_number = :number
                                        order by turn desc limit :most) last order by turn
                        """)
                .param("number", number.value())
                .param("most", most)
                .query(SubscriptionHistory::turn)
                .list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Entry> changes(SubscriptionNumber number, int most) {
        return jdbc.sql(
                        "select * from subscription_change where subscription_number = :number order by id desc limit :most")
                .param("number", number.value())
                .param("most", most)
                .query(SubscriptionHistory::change)
                .list();
    }

    static DecidedTurn turn(ResultSet row, int n) throws SQLException {
        var order = row.getString("order_number");
        var reason = row.getString("reason");
        var detail = row.getString("detail");
        return new DecidedTurn(
                row.getInt("turn"),
                row.getObject("nominal", LocalDate.class),
                row.getObject("delivery", LocalDate.class),
                TurnState.valueOf(row.getString("state")),
                order == null ? null : OrderNumber.of(order),
                reason == null ? null : SkipReason.valueOf(reason),
                detail == null ? null : new BilingualText(detail, row.getString("detail_en")));
    }

    private static Entry change(ResultSet row, int n) throws SQLException {
        var scope = row.getString("scope");
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                WishKind.valueOf(row.getString("kind")),
                scope == null ? null : Scope.valueOf(scope),
                row.getString("reason"),
                new BilingualText(row.getString("before"), row.getString("before_en")),
                new BilingualText(row.getString("after"), row.getString("after_en")));
    }
}
