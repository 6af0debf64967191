package jp.otodoke.partners.cardupdate;

import java.util.Map;
import jp.otodoke.payments.CardOutcome;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the result codes of the agency mean; {@code UNCHANGED} is that of a card that works. One that is not listed is for a person. */
@Component
class CardUpdateCodes {
    private final Map<String, CardOutcome> codes;

    CardUpdateCodes(Environment environment) {
        codes = Binder.get(environment)
                .bind("otodoke.card-update.codes", Bindable.mapOf(String.class, CardOutcome.class))
                .get();
    }

    CardOutcome outcome(String code) {
        return codes.getOrDefault(code, CardOutcome.UNCLEAR);
    }
}
