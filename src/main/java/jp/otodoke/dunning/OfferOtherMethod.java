package jp.otodoke.dunning;

import jp.otodoke.payments.OfferTransfer;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** The customer is asked to transfer the money in place of what was agreed; has a new term for it. */
@Component
class OfferOtherMethod implements DunningAction {
    private final OfferTransfer offerTransfer;
    private final RemindByMail mail;

    OfferOtherMethod(OfferTransfer offerTransfer, RemindByMail mail) {
        this.offerTransfer = offerTransfer;
        this.mail = mail;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.OTHER_METHOD;
    }

    /** What is owed without an order is to be transferred already. */
    @Override
    public String act(DunningCase one, long step) {
        return one.order()
                        .filter(order -> offerTransfer.offer(order, CurrentStaff.SYSTEM))
                        .isPresent()
                ? "transfer-offered"
                : mail.act(one, step);
    }
}
