package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads deposits and the orders they were matched to. */
@Component
public class Deposits {
    static final String COLUMNS =
            "id, source, posting_date, amount, remaining, remitter_kana, state, received_at, rule";
    static final String SELECT = "select " + COLUMNS + " from deposit";

    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "id",
                    "postingDate", "posting_date",
                    "amount", "amount",
                    "remaining", "remaining",
                    "remitterKana", "remitter_kana",
                    "state", "state",
                    "source", "source"),
            "-postingDate",
            "id");

    private final JdbcClient jdbc;
    private final DepositMatches matches;

    Deposits(JdbcClient jdbc, DepositMatches matches) {
        this.jdbc = jdbc;
        this.matches = matches;
    }

    @Transactional(readOnly = true)
    public Optional<Deposit> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Deposits::deposit)
                .optional();
    }

    /**
     * @param state null for all
     * @param sort null for newest first
     */
    @Transactional(readOnly = true)
    public List<Deposit> list(Deposit.@Nullable State state, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + where(state) + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(Deposits::deposit)
                .list();
    }

    /**
     * One page of the list, however far behind: it begins at a row and not after so many of them.
     *
     * @param state null for all
     * @param sort null for newest first
     * @param from 0 for the first rows; a deposit for those behind it, and its negative for those right before it
     */
    @Transactional(readOnly = true)
    public List<Deposit> page(Deposit.@Nullable State state, @Nullable String sort, long from, int limit) {
        var back = from < 0;
        var down = SORTING.descends(sort) != back;
        var column = SORTING.column(sort);
        var beyond = "(" + column + ", id) " + (down ? "<" : ">") + " (select " + column
                + ", id from deposit where id = :from)";
        var way = down ? " desc" : "";
        var where = from == 0 ? where(state) : where(state) + (state == null ? " where " : " and ") + beyond;
        var rows =
                new ArrayList<>(jdbc.sql(SELECT + where + " order by " + column + way + ", id" + way + " limit :limit")
                        .param("from", Math.abs(from))
                        .param("limit", limit)
                        .query(Deposits::deposit)
                        .list());
        if (back) {
            Collections.reverse(rows);
        }
        return rows;
    }

    /** Streams all matching deposits in list order, for exports of any length. */
    @Transactional(readOnly = true)
    public void each(Deposit.@Nullable State state, @Nullable String sort, Consumer<Deposit> use) {
        StreamedRows.each(
                jdbc.sql(SELECT + where(state) + SORTING.orderBy(sort)), query -> query.query(Deposits::deposit), use);
    }

    @Transactional(readOnly = true)
    public long count(Deposit.@Nullable State state) {
        return jdbc.sql("select count(*) from deposit" + where(state))
                .query(Long.class)
                .single();
    }

    /** No further than to so many. */
    @Transactional(readOnly = true)
    public long count(Deposit.@Nullable State state, int most) {
        return jdbc.sql("select count(*) from (select 1 from deposit" + where(state) + " limit :most) d")
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Written out, so that the plan knows whether the index on states is of use. */
    private static String where(Deposit.@Nullable State state) {
        return state == null ? "" : " where state = '" + state + "'";
    }

    @Transactional(readOnly = true)
    public List<Matched> matchedTo(long depositId) {
        return matches.of(depositId).stream()
                .map(match -> new Matched(match.receivable(), match.amount(), match.by()))
                .toList();
    }

    static Deposit deposit(ResultSet row, int index) throws SQLException {
        return new Deposit(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("posting_date", LocalDate.class),
                Yen.of(row.getLong("amount")),
                Yen.of(row.getLong("remaining")),
                row.getString("remitter_kana"),
                Deposit.State.valueOf(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                rule(row.getString("rule")));
    }

    private static DepositProposals.@Nullable Reason rule(@Nullable String name) {
        return name == null ? null : DepositProposals.Reason.valueOf(name);
    }

    /** @param by who matched it */
    public record Matched(ReceivableNumber receivable, Yen amount, String by) {}
}
