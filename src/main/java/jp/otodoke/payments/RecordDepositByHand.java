package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records a deposit that a person has read from the account's statement, as its row in the bank's file is unusable. If
 * the bank reports it after all, it is the same deposit.
 */
@Component
public class RecordDepositByHand {
    private final JdbcClient jdbc;
    private final RecordDeposits recordDeposits;
    private final BusinessClock clock;

    RecordDepositByHand(JdbcClient jdbc, RecordDeposits recordDeposits, BusinessClock clock) {
        this.jdbc = jdbc;
        this.recordDeposits = recordDeposits;
        this.clock = clock;
    }

    /** Its reference until the bank's own is known. */
    static String reference(LocalDate day, Yen amount, String remitterKana) {
        return "by-hand:" + day + ":" + amount.amount() + ":" + RemitterName.key(remitterKana);
    }

    /**
     * @param source the file whose row it replaces
     * @param record the number of that row
     * @throws InvalidInput if the day has not come or the amount is none
     * @throws Refusal if such a deposit is known already, such as from a corrected file (conflict)
     */
    @Transactional
    public void record(String source, int record, LocalDate day, Yen amount, String remitterKana) {
        if (day.isAfter(clock.today()) || !amount.isPositive()) {
            throw new InvalidInput("depositAmount", "invalid", BilingualText.of("deposit.by-hand.invalid"));
        }
        var deposit =
                new NewDeposit(reference(day, amount, remitterKana), day, amount, remitterKana, null, record, false);
        if (known(deposit) || recordDeposits.record(source, List.of(deposit)).created() == 0) {
            throw Refusal.conflict("deposit.by-hand.known", amount);
        }
    }

    private boolean known(NewDeposit deposit) {
        return jdbc.sql(
                        """
                        select exists (select 1 from deposit
                                        where posting_date = :date and amount = :amount and remitter_key = :key)""")
                .param("date", deposit.postingDate())
                .param("amount", deposit.amount().amount())
                .param("key", RemitterName.key(deposit.remitterKana()))
                .query(Boolean.class)
                .single();
    }
}
