package jp.otodoke.workflow.web;

import java.util.Locale;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.FaultKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains in business terms what a fault means and what to do about it. */
@Component
class FaultExplanation {
    private final PersonalView personal;

    FaultExplanation(PersonalView personal) {
        this.personal = personal;
    }

    Words words(String process, String step, String trace, Locale locale) {
        var kind = FaultKind.of(trace);
        return new Words(
                text("incident.step." + process + "." + step, text("incident.step.other", "", locale), locale),
                text("incident.fault." + kind, kind.name(), locale),
                detail(trace, locale),
                text("incident.advice." + kind, "", locale),
                personal.may() ? trace : Masking.raw(trace));
    }

    /** Refusals have their own message. */
    private @Nullable String detail(String trace, Locale locale) {
        var refusal = FaultKind.refusal(trace);
        return refusal == null
                ? null
                : BilingualText.known(refusal.key(), refusal.arguments())
                        .map(text -> text.in(locale))
                        .orElse(null);
    }

    private String text(String key, String otherwise, Locale locale) {
        return BilingualText.withDefault(otherwise, key).in(locale);
    }

    /**
     * @param meaning what the failure blocks
     * @param cause the kind of fault
     * @param detail the application's own message, if there is one
     * @param advice the recommended action
     * @param trace the stack trace, with possibly personal words masked for staff who may not see them
     */
    record Words(String meaning, String cause, @Nullable String detail, String advice, String trace) {}
}
