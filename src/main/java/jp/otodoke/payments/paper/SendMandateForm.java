package jp.otodoke.payments.paper;

import java.util.Set;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a mandate on paper is on its way to the bank. */
@Component
public class SendMandateForm {
    private final MandateForms forms;

    SendMandateForm(MandateForms forms) {
        this.forms = forms;
    }

    /** @throws Refusal if there is no such form, or it is not just received (conflict) */
    @Transactional
    public void send(long id, String by) {
        forms.move(id, Set.of(MandateForm.State.RECEIVED), MandateForm.State.SENT, null, null, by);
    }
}
