package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What deposits probably pay, for a person to confirm. */
@Component
public class DepositProposals {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DepositProposals(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Proposal> of(long deposit) {
        return jdbc.sql("select receivable, amount, reason, confidence from deposit_proposal where deposit_id = :id")
                .param("id", deposit)
                .query((row, n) -> new Proposal(
                        ReceivableNumber.of(row.getString("receivable")),
                        Yen.of(row.getLong("amount")),
                        Reason.valueOf(row.getString("reason")),
                        row.getInt("confidence")))
                .optional();
    }

    /** Deposits with a proposal of at least this confidence, the surest first. */
    @Transactional(readOnly = true)
    public List<Long> atLeast(int confidence) {
        return jdbc.sql(
                        """
                        select p.deposit_id from deposit_proposal p join deposit d on d.id = p.deposit_id
                         where d.state = 'PROPOSED' and p.confidence >= :least order by p.confidence desc, p.deposit_id
                        """)
                .param("least", confidence)
                .query(Long.class)
                .list();
    }

    /** Replaces what was proposed before. */
    void propose(long deposit, Proposal proposal) {
        jdbc.sql(
                        """
                        insert into deposit_proposal (deposit_id, receivable, amount, reason, confidence, at)
                        values (:id, :receivable, :amount, :reason, :confidence, :now)
                        on conflict (deposit_id) do update
                           set receivable = excluded.receivable, amount = excluded.amount, reason = excluded.reason,
                               confidence = excluded.confidence, at = excluded.at
                        """)
                .param("id", deposit)
                .param("receivable", proposal.receivable().value())
                .param("amount", proposal.amount().amount())
                .param("reason", proposal.reason().name())
                .param("confidence", proposal.confidence())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update deposit set state = 'PROPOSED' where id = :id and state = 'UNMATCHED'")
                .param("id", deposit)
                .update();
    }

    /** Nothing is proposed for the deposit any more. */
    void withdraw(long deposit) {
        jdbc.sql("delete from deposit_proposal where deposit_id = :id")
                .param("id", deposit)
                .update();
        jdbc.sql("update deposit set state = 'UNMATCHED' where id = :id and state = 'PROPOSED'")
                .param("id", deposit)
                .update();
    }

    public enum Reason {
        /** The exact amount, and a name that is almost the payer's. */
        SIMILAR_NAME,
        /** Its number, but another amount. */
        OTHER_AMOUNT
    }

    /**
     * @param amount of the deposit that would pay it
     * @param confidence percent, 1 to 99
     */
    public record Proposal(ReceivableNumber receivable, Yen amount, Reason reason, int confidence) {}
}
