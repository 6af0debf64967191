package jp.otodoke.payments.paper;

import java.util.Set;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A mandate on paper has a defect, which the bank or we have found: the customer is asked for a right one. */
@Component
public class ReturnMandateForm {
    private final MandateForms forms;
    private final AskForMandateForm askForMandateForm;

    ReturnMandateForm(MandateForms forms, AskForMandateForm askForMandateForm) {
        this.forms = forms;
        this.askForMandateForm = askForMandateForm;
    }

    /** @throws Refusal if there is no such form, or it is neither received nor sent (conflict) */
    @Transactional
    public void back(long id, MandateDefect defect, String by) {
        askForMandateForm.ask(forms.move(
                id,
                Set.of(MandateForm.State.RECEIVED, MandateForm.State.SENT),
                MandateForm.State.DEFECT,
                defect,
                askForMandateForm.nextDay(),
                by));
    }
}
