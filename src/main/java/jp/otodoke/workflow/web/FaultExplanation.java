package jp.otodoke.workflow.web;

import java.util.Locale;
import java.util.Objects;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.workflow.FaultKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Explains in business terms what a fault means and what to do about it. */
@Component
class FaultExplanation {
    private final MessageSource messages;
    private final PersonalView personal;

    FaultExplanation(MessageSource messages, PersonalView personal) {
        this.messages = messages;
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
        return refusal == null ? null : messages.getMessage(refusal.key(), refusal.arguments(), null, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
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
