package jp.otodoke.workflow.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How durations are said on the pages of the flow; templates reach it as {@code @flow}. */
@Component("flow")
public class FlowWords {
    private final MessageSource messages;

    FlowWords(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code 8時間}, {@code 5日}: exact, for targets. */
    public String span(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        var span = Span.of(duration);
        return messages.getMessage(span.key(), new Object[] {span.amount()}, LocaleContextHolder.getLocale());
    }

    /** {@code 3時間20分}, {@code 6.4日}: rounded, for what was measured. */
    public String about(@Nullable Duration duration) {
        if (duration == null) {
            return "–";
        }
        var locale = LocaleContextHolder.getLocale();
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return messages.getMessage("flow.span.MINUTES", new Object[] {duration.toMinutes()}, locale);
        }
        var days = duration.compareTo(Duration.ofHours(48)) >= 0;
        var amount = duration.toMinutes() / (days ? 24 * 60.0 : 60.0);
        return messages.getMessage(
                days ? "flow.span.DAYS" : "flow.span.HOURS", new Object[] {Math.round(amount * 10) / 10.0}, locale);
    }

    /** {@code 7日 → 5日}, or only the new one where it is the same or the first. */
    public String change(@Nullable Duration before, Duration after) {
        return before == null || before.equals(after) ? span(after) : span(before) + " → " + span(after);
    }
}
