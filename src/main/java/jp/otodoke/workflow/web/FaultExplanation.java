package jp.otodoke.workflow.web;

import java.util.Locale;
import java.util.Objects;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.workflow.FaultKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words of the business what a fault means and what to do about it. */
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
                said(trace, locale),
                text("incident.todo." + kind, "", locale),
                personal.may() ? trace : Masking.raw(trace));
    }

    /** A refusal has words of its own. */
    private @Nullable String said(String trace, Locale locale) {
        var refusal = FaultKind.refusal(trace);
        return refusal == null ? null : messages.getMessage(refusal.key(), refusal.arguments(), null, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }

    /**
     * @param meaning what stands still because of it
     * @param cause what kind of trouble it is
     * @param said the program's own words for people, where it has some
     * @param todo what helps
     * @param trace the fault as the machine wrote it down, without words that might be personal for those who may not see them
     */
    record Words(String meaning, String cause, @Nullable String said, String todo, String trace) {}
}
