package jp.otodoke.payments;

import java.util.Collection;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what the agency reports about payments at stores: 速報, 確報 and what takes a 速報 back, in any order and however
 * often. The books follow what the notices about a payment say together.
 */
@Component
public class RecordSlipNotices {
    private final PaymentSlips slips;
    private final SlipReceipts receipts;
    private final SettleSlipReceipt settle;

    RecordSlipNotices(PaymentSlips slips, SlipReceipts receipts, SettleSlipReceipt settle) {
        this.slips = slips;
        this.receipts = receipts;
        this.settle = settle;
    }

    /**
     * @param source file name, shown to staff
     * @return how many had not been recorded before
     * @throws InvalidInput if a notice is known with another amount
     */
    @Transactional
    public int record(String source, Collection<SlipNotice> notices) {
        return (int) notices.stream().filter(notice -> record(source, notice)).count();
    }

    private boolean record(String source, SlipNotice notice) {
        var pays = slips.find(notice.slip()).map(PaymentSlip::receivable).orElse(null);
        var receipt = receipts.locked(notice, pays);
        if (receipts.add(receipt, notice, source)) {
            settle.settle(receipt, source, notice.record());
            return true;
        }
        refuseOtherAmount(notice, receipts.notices(receipt).getOrDefault(notice.kind(), Yen.ZERO));
        return false;
    }

    /** A corrected amount is not taken for the same notice again: a person asks the agency. */
    private static void refuseOtherAmount(SlipNotice notice, Yen known) {
        if (!notice.amount().equals(known)) {
            throw new InvalidInput("amount", "differs", BilingualText.of("slip.problem.known", notice.slip(), known));
        }
    }
}
