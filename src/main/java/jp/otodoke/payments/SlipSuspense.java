package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The money of slips that were never made here waits as a deposit until a person finds out what it pays, or gives it back.
 * Nothing matches it by itself.
 */
@Component
class SlipSuspense {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final ReverseDeposit reverseDeposit;
    private final AskAboutDeposit ask;
    private final BusinessClock clock;

    SlipSuspense(
            JdbcClient jdbc, Ledger ledger, ReverseDeposit reverseDeposit, AskAboutDeposit ask, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.reverseDeposit = reverseDeposit;
        this.ask = ask;
        this.clock = clock;
    }

    /** @return what the money had paid meanwhile and is owed again */
    List<ReceivableNumber> takeBack(SlipReceipt receipt) {
        var deposit = receipt.deposit();
        if (deposit == null) {
            return List.of();
        }
        ledger.post(
                receipt.posting(receipt.bookings() + 1),
                Account.SUSPENSE,
                Account.CONVENIENCE_AGENCY,
                receipt.booked(),
                null);
        return reverseDeposit.reverse(deposit);
    }

    /** @return id of the deposit as which it waits; null if there is no money */
    @Nullable
    Long add(SlipReceipt receipt, Yen amount, String source, int record) {
        if (amount.isZero()) {
            return null;
        }
        var posting = receipt.posting(receipt.bookings() + 2);
        ledger.post(posting, Account.CONVENIENCE_AGENCY, Account.SUSPENSE, amount, null);
        var payer = "CVS " + receipt.slip();
        var deposit = jdbc.sql(
                        """
                        insert into deposit (bank_reference, source, record_no, posting_date, amount, remaining,
                                             remitter_kana, remitter_key, state, doubtful, received_at)
                        values (:reference, :source, :record, :date, :amount, :amount, :payer, :key, 'UNMATCHED', true, :now)
                        returning id
                        """)
                .param("reference", posting)
                .param("source", source)
                .param("record", record)
                .param("date", receipt.paidOn())
                .param("amount", amount.amount())
                .param("payer", payer)
                .param("key", RemitterName.key(payer))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        ask.unknownSlip(deposit, amount, receipt);
        return deposit;
    }
}
