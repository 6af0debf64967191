package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The first of what is proposed together. */
    @Transactional(readOnly = true)
    public Optional<Proposal> of(long deposit) {
        return allOf(deposit).stream().findFirst();
    }

    /** What is proposed together, by number. */
    @Transactional(readOnly = true)
    public List<Proposal> allOf(long deposit) {
        return of(List.of(deposit)).getOrDefault(deposit, List.of());
    }

    /** What is proposed for each of these deposits, by number. */
    @Transactional(readOnly = true)
    public Map<Long, List<Proposal>> of(Collection<Long> deposits) {
        var all = new HashMap<Long, List<Proposal>>();
        jdbc.sql(
                        """
                        select deposit_id, receivable, amount, fee, reason, confidence from deposit_proposal
                         where deposit_id = any(:ids) order by deposit_id, receivable
                        """)
                .param("ids", deposits.toArray(Long[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getLong("deposit_id"), id -> new ArrayList<>())
                            .add(new Proposal(
                                    ReceivableNumber.of(row.getString("receivable")),
                                    Yen.of(row.getLong("amount")),
                                    Yen.of(row.getLong("fee")),
                                    Reason.valueOf(row.getString("reason")),
                                    row.getInt("confidence")));
                });
        return all;
    }

    /** Deposits with a proposal of at least this confidence, the surest first. */
    @Transactional(readOnly = true)
    public List<Long> atLeast(int confidence) {
        return jdbc.sql(
                        """
                        select p.deposit_id from deposit_proposal p join deposit d on d.id = p.deposit_id
                         where d.state = 'PROPOSED' and p.confidence >= :least
                         group by p.deposit_id, p.confidence order by p.confidence desc, p.deposit_id
                        """)
                .param("least", confidence)
                .query(Long.class)
                .list();
    }

    /** For deposits for which nothing is proposed yet. */
    void add(Collection<MatchDecision> decisions) {
        var all = decisions.stream().flatMap(Row::of).toList();
        if (!all.isEmpty()) {
            jdbc.sql(
                            """
                            insert into deposit_proposal (deposit_id, receivable, amount, fee, reason, confidence, at)
                            select p.*, :now
                              from unnest(:deposits::bigint[], :receivables::text[], :amounts::bigint[], :fees::bigint[],
                                          :reasons::text[], :confidences::int[]) p
                            """)
                    .param("deposits", all.stream().map(Row::deposit).toArray(Long[]::new))
                    .param("receivables", all.stream().map(Row::receivable).toArray(String[]::new))
                    .param(
                            "amounts",
                            all.stream().map(row -> row.amount().amount()).toArray(Long[]::new))
                    .param("fees", all.stream().map(row -> row.fee().amount()).toArray(Long[]::new))
                    .param("reasons", all.stream().map(Row::reason).toArray(String[]::new))
                    .param("confidences", all.stream().map(Row::confidence).toArray(Integer[]::new))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    void remove(Collection<Long> deposits) {
        jdbc.sql("delete from deposit_proposal where deposit_id = any(:ids)")
                .param("ids", deposits.toArray(Long[]::new))
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

    /** The rules in the order in which they are tried. */
    public enum Reason {
        /** The exact amount on an account that only its payer knows. */
        VIRTUAL_ACCOUNT(99),
        /** Its number and the exact amount. */
        NUMBER(99),
        /** The exact amount, and the payer's name. */
        NAME(98),
        /** The exact amount, and a name that has paid for its customer before. */
        ALIAS(96),
        /** The exact amount, and a name that is almost the payer's. */
        SIMILAR_NAME(94),
        /** Several claims of one payer that add up to the amount. */
        SUM(90),
        /** Its payer, and as much less as banks keep. */
        FEE_DIFFERENCE(85),
        /** Its number, but another amount. */
        OTHER_AMOUNT(80),
        /** Its payer, but less than what is owed. */
        PART(60);

        private final int confidence;

        Reason(int confidence) {
            this.confidence = confidence;
        }

        /** Percent, at most. */
        public int confidence() {
            return confidence;
        }
    }

    /**
     * @param amount of the deposit that would pay it
     * @param fee what would be written off of the claim, as the bank has kept it
     * @param confidence percent, 1 to 99
     */
    public record Proposal(ReceivableNumber receivable, Yen amount, Yen fee, Reason reason, int confidence) {}

    private record Row(long deposit, String receivable, Yen amount, Yen fee, String reason, int confidence) {
        static Stream<Row> of(MatchDecision decision) {
            var found = decision.found();
            return found.parts().stream()
                    .map(part -> new Row(
                            decision.deposit().id(),
                            part.claim().number().value(),
                            part.amount(),
                            part.fee(),
                            String.valueOf(found.reason()),
                            found.confidence()));
        }
    }
}
