package jp.otodoke.payments.paper;

import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks again for forms that have not come back in time. */
@Component
class ChaseMandateForms {
    private final MandateForms forms;
    private final AskForMandateForm askForMandateForm;
    private final BusinessClock clock;

    ChaseMandateForms(MandateForms forms, AskForMandateForm askForMandateForm, BusinessClock clock) {
        this.forms = forms;
        this.askForMandateForm = askForMandateForm;
        this.clock = clock;
    }

    /** Those that are due; asking for one again today has no effect. */
    @Transactional
    public void chase() {
        forms.toRemind(clock.today()).forEach(askForMandateForm::remind);
    }
}
