package jp.otodoke.payments;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the agency has told a person about a payment that its files say nothing final about. */
@Component
class DecideSlipReceipt {
    private final SlipReceipts receipts;
    private final SettleSlipReceipt settle;
    private final SlipContract contract;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DecideSlipReceipt(
            SlipReceipts receipts,
            SettleSlipReceipt settle,
            SlipContract contract,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.receipts = receipts;
        this.settle = settle;
        this.contract = contract;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * As if a file had reported it.
     *
     * @param by user name, kept in place of the file's name
     * @throws Refusal if a file has meanwhile (conflict)
     */
    @Transactional
    public void as(long id, SlipNotice.Kind kind, String by) {
        var receipt = receipts.locked(id).orElseThrow();
        if (receipt.state() != SlipOutcome.State.PROVISIONAL) {
            throw Refusal.conflict("slip.refused.known", receipt.slip());
        }
        var notice = new SlipNotice(kind, receipt.slip(), receipt.paidAt(), receipt.booked(), receipt.store(), null, 0);
        receipts.add(receipt, notice, by);
        settle.settle(receipt, by, 0);
    }

    /** Asks again after another while. */
    @Transactional
    public void later(long id) {
        jdbc.sql("update slip_receipt set confirm_by = :by, asked_at = null where id = :id")
                .param("by", Timestamp.from(clock.instant().plus(contract.confirmedWithin())))
                .param("id", id)
                .update();
    }
}
