package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which deposits pay what: what was matched and is not taken back. */
@Component
class DepositMatches {
    private final JdbcClient jdbc;

    DepositMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<Match> of(long deposit) {
        return matches("deposit_id = :which", deposit);
    }

    /** All that was matched together. */
    List<Match> ofBatch(long batch) {
        return matches("batch_id = :which", batch);
    }

    private List<Match> matches(String condition, long which) {
        return jdbc.sql(
                        """
                        select id, deposit_id, receivable, amount, actor from payment_allocation a
                         where reason = 'MATCHED' and not exists (select 1 from payment_allocation u where u.undoes = a.id) and """
                                + " " + condition + " order by id")
                .param("which", which)
                .query((row, n) -> new Match(
                        row.getLong("id"),
                        row.getLong("deposit_id"),
                        ReceivableNumber.of(row.getString("receivable")),
                        Yen.of(row.getLong("amount")),
                        row.getString("actor")))
                .list();
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
