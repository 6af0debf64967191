package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a deposit that a person has read from the account's statement, as its row in the bank's file is unusable. */
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

    /**
     * @param source the file whose row it replaces
     * @throws InvalidInput if the day has not come or the amount is none
     * @throws Refusal if such a deposit is known already, such as from a corrected file (conflict)
     */
    @Transactional
    public void record(String source, NewDeposit deposit) {
        if (deposit.postingDate().isAfter(clock.today()) || !deposit.amount().isPositive()) {
            throw new InvalidInput("depositAmount", "invalid", BilingualText.of("deposit.by-hand.invalid"));
        }
        if (known(deposit)) {
            throw Refusal.conflict("deposit.by-hand.known", deposit.amount());
        }
        recordDeposits.record(source, List.of(deposit));
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
