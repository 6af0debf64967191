package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which deposits pay what: what was matched and is not taken back. */
@Component
class DepositMatches {
    private static final String SELECT =
            """
            select id, deposit_id, receivable, amount, actor from payment_allocation a
             where reason = 'MATCHED' and not exists (select 1 from payment_allocation u where u.undoes = a.id) and
            """;

    private final JdbcClient jdbc;

    DepositMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<Match> of(long deposit) {
        return matches("deposit_id = :which", deposit);
    }

    /** Of what was matched together, the first deposits after this one. */
    List<Match> ofBatch(long batch, long after, int most) {
        return jdbc.sql(SELECT + " batch_id = :batch and deposit_id > :after order by deposit_id, id limit :most")
                .param("batch", batch)
                .param("after", after)
                .param("most", most)
                .query(DepositMatches::match)
                .list();
    }

    private List<Match> matches(String condition, long which) {
        return jdbc.sql(SELECT + " " + condition + " order by id")
                .param("which", which)
                .query(DepositMatches::match)
                .list();
    }

    private static Match match(ResultSet row, int number) throws SQLException {
        return new Match(
                row.getLong("id"),
                row.getLong("deposit_id"),
                ReceivableNumber.of(row.getString("receivable")),
                Yen.of(row.getLong("amount")),
                row.getString("actor"));
    }

    /** How often the deposit was matched or un-matched. */
    int changes(long deposit) {
        return jdbc.sql("select count(*) from payment_allocation where deposit_id = :id")
                .param("id", deposit)
                .query(Integer.class)
                .single();
    }

    /**
     * A part of a deposit that pays something.
     *
     * @param by who matched it
     */
    record Match(long id, long deposit, ReceivableNumber receivable, Yen amount, String by) {}
}
