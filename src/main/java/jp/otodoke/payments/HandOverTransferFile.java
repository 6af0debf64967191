package jp.otodoke.payments;

import java.util.Comparator;
import jp.otodoke.payments.TransferFile.State;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out a file for the bank. Whoever fetches it first hands it over: its refunds are sent, and leave the bank account in the books. */
@Component
public class HandOverTransferFile {
    private final TransferFiles files;
    private final Refunds refunds;
    private final CarryOutRefund carryOut;
    private final AuditTrail audit;
    private final BusinessClock clock;

    HandOverTransferFile(
            TransferFiles files, Refunds refunds, CarryOutRefund carryOut, AuditTrail audit, BusinessClock clock) {
        this.files = files;
        this.refunds = refunds;
        this.carryOut = carryOut;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The same bytes each time.
     *
     * @param by user name
     * @throws Refusal if it is unknown (not found), discarded, or its day is over and nobody had fetched it (conflict)
     */
    @Transactional
    public byte[] fetch(long id, TransferFraming framing, String by) {
        var file = files.get(id);
        if (file.state() == State.DISCARDED) {
            throw Refusal.conflict("transfer-file.discarded", id);
        }
        if (file.state() == State.COLLECTED && file.transferDate().isBefore(clock.today())) {
            throw Refusal.conflict("transfer-file.too-late", id, file.transferDate());
        }
        if (files.handedOver(id, by)) {
            files.refunds(id).stream()
                    .sorted(Comparator.comparing(Refund::order))
                    .forEach(this::send);
        }
        audit.record("transfer-file-fetched", String.valueOf(id), "");
        return TransferFileText.framed(files.records(id), framing);
    }

    private void send(Refund refund) {
        carryOut.transferred(refunds.lock(refund.order()).orElseThrow(), refund);
    }
}
