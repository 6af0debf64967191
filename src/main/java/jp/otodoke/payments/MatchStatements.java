package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Matches deposits that no order alone explains for certain to statements: the amount that the customer's last statement still asks
 * for, and its number or the customer's name from the remitter, or the virtual account of that customer. One that fits two statements is left to a person.
 */
@Component
class MatchStatements extends RepeatedWork {
    private final JdbcClient jdbc;
    private final AllocateToStatement allocateToStatement;
    private final MatchDeposits matching;
    private final RetryOnConflict retryOnConflict;

    MatchStatements(
            JdbcClient jdbc,
            AllocateToStatement allocateToStatement,
            MatchDeposits matching,
            RetryOnConflict retryOnConflict,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("match-statements", Duration.ofSeconds(30), Duration.ofSeconds(30), active);
        this.jdbc = jdbc;
        this.allocateToStatement = allocateToStatement;
        this.matching = matching;
        this.retryOnConflict = retryOnConflict;
    }

    @Override
    protected void repeat() {
        try {
            match();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not match deposits to statements; trying again", e);
        }
    }

    /** @return how many deposits were matched */
    int match() {
        var meant = candidates().stream()
                .filter(Candidate::meant)
                .collect(Collectors.groupingBy(Candidate::deposit, TreeMap::new, Collectors.toList()));
        return (int) meant.values().stream()
                .filter(all -> all.size() == 1)
                .filter(one -> paid(one.get(0)))
                .count();
    }

    /** False if it can't be, as when the statement was paid twice: then it is left to a person, and the others go on. */
    private boolean paid(Candidate one) {
        try {
            retryOnConflict.inTransaction(() -> pay(one));
            return true;
        } catch (InvalidInput | Refusal no) {
            LoggerFactory.getLogger(getClass())
                    .info("Leaving deposit {} to a person: {}", one.deposit(), no.getMessage());
            return false;
        }
    }

    private Deposit pay(Candidate one) {
        var whole = List.of(new Allocation(ReceivableNumber.of(one.statement()), one.amount()));
        return matching.confirm(one.deposit(), allocateToStatement.spread(whole), CurrentStaff.SYSTEM);
    }

    private List<Candidate> candidates() {
        return jdbc.sql(
                        """
                        with asked as (select r.customer_number, sum(least(r.charged, r.invoiced) - r.paid) as open from receivable r
                                        where r.charged > r.paid and (r.method = 'INVOICE' or r.kind = 'INVOICE') and r.invoiced > r.paid
                                        group by r.customer_number)
                        select d.id, d.remitter_kana, d.remaining, s.number, k.kana, d.virtual_account, t.virtual_account as own_account
                          from asked a
                          join deposit d on d.state in ('UNMATCHED', 'PROPOSED') and not d.doubtful and d.remaining = a.open
                          join lateral (select number from statement
                                         where customer_number = a.customer_number and state = 'ISSUED'
                                         order by closing_date desc limit 1) s on true
                          join customers_customer_view k on k.number = a.customer_number
                          left join credit_terms t on t.customer_number = a.customer_number
                        """)
                .query((row, n) -> new Candidate(
                        row.getLong("id"),
                        row.getString("remitter_kana"),
                        Yen.of(row.getLong("remaining")),
                        row.getString("number"),
                        Objects.requireNonNullElse(row.getString("kana"), ""),
                        row.getString("virtual_account"),
                        row.getString("own_account")))
                .list();
    }

    private record Candidate(
            long deposit,
            String remitter,
            Yen amount,
            String statement,
            String kana,
            @Nullable String account,
            @Nullable String own) {
        boolean meant() {
            return account != null && account.equals(own)
                    || TextNormalizer.clean(remitter).contains(statement)
                    || !kana.isBlank() && RemitterName.key(remitter).equals(RemitterName.key(kana));
        }
    }
}
