package jp.otodoke.payments.paper;

import java.util.Set;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody waits for the right form any more; what the customer owes is paid in another way. */
@Component
public class GiveUpMandateForm {
    private final MandateForms forms;
    private final EndMandateForm endMandateForm;

    GiveUpMandateForm(MandateForms forms, EndMandateForm endMandateForm) {
        this.forms = forms;
        this.endMandateForm = endMandateForm;
    }

    /** @throws Refusal if there is no such form, or it is not open (conflict) */
    @Transactional
    public void giveUp(long id, String by) {
        var form = forms.move(
                id,
                Set.of(MandateForm.State.RECEIVED, MandateForm.State.SENT, MandateForm.State.DEFECT),
                MandateForm.State.GIVEN_UP,
                null,
                null,
                by);
        endMandateForm.nobodyAsks(form.customer());
    }
}
