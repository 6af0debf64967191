package jp.otodoke.payments.paper;

import jp.otodoke.customers.CustomerReferences;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Component;

/** Keeps customers who have sent a mandate on paper from being deleted. */
@Component
class MandateFormReferences implements CustomerReferences {
    private final MandateForms forms;

    MandateFormReferences(MandateForms forms) {
        this.forms = forms;
    }

    @Override
    public boolean existsFor(CustomerNumber number) {
        return forms.count(number.value(), false) > 0;
    }
}
