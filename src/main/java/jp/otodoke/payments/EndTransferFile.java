package jp.otodoke.payments;

import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a file: the bank has carried it out, or it never went there. */
@Component
public class EndTransferFile {
    private final TransferFiles files;
    private final Refunds refunds;
    private final RefundExcess refundExcess;

    EndTransferFile(TransferFiles files, Refunds refunds, RefundExcess refundExcess) {
        this.files = files;
        this.refunds = refunds;
        this.refundExcess = refundExcess;
    }

    /**
     * Has no effect if it is done.
     *
     * @throws Refusal if it is unknown (not found), or the bank does not have it (conflict)
     */
    @Transactional
    public TransferFile confirm(long id) {
        if (!files.done(id) && files.get(id).state() != TransferFile.State.DONE) {
            throw refusal("transfer-file.not-sent", files.get(id));
        }
        return files.get(id);
    }

    /**
     * Its refunds wait for another file, if they are still due.
     *
     * @throws Refusal if it is unknown (not found), or somebody has fetched it (conflict)
     */
    @Transactional
    public TransferFile discard(long id) {
        var collected = files.refunds(id);
        if (!files.discarded(id)) {
            throw refusal("transfer-file.not-collected", files.get(id));
        }
        collected.stream()
                .map(Refund::order)
                .distinct()
                .sorted()
                .forEach(order -> refundExcess.excess(refunds.lock(order).orElseThrow()));
        return files.get(id);
    }

    private static Refusal refusal(String key, TransferFile file) {
        return Refusal.conflict(key, file.id(), BilingualText.of("status.transfer-file." + file.state()));
    }
}
