package jp.otodoke.workflow.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.CalledProcesses;
import jp.otodoke.workflow.ModelSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Formats durations and step names on process pages; available in templates as {@code @flow}. */
@Component("durationTexts")
public class DurationTexts {
    private static final String NO_COUNTERPART = "no-counterpart:";

    private final ModelSteps steps;
    private final CalledProcesses called;

    DurationTexts(ModelSteps steps, CalledProcesses called) {
        this.steps = steps;
        this.called = called;
    }

    /** The names of steps of the process or of others that its cases pass through. Ids are separated by commas. */
    public String steps(String process, @Nullable String ids) {
        return ids == null
                ? ""
                : Arrays.stream(ids.split(",")).map(id -> step(process, id)).collect(Collectors.joining(" → "));
    }

    /** Why a case stays on its version. */
    public String obstacle(String process, @Nullable String reason) {
        if (reason == null) {
            return "";
        }
        return reason.startsWith(NO_COUNTERPART)
                ? text("versions.no-counterpart", steps(process, reason.substring(NO_COUNTERPART.length())))
                : text("versions.obstacle", reason);
    }

    public String seconds(long seconds) {
        return span(Duration.ofSeconds(seconds));
    }

    /** {@code 8時間}, {@code 5日}: exact, for targets. */
    public String span(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        var span = DurationInput.of(duration);
        return BilingualText.of(span.key(), span.amount()).in(LocaleContextHolder.getLocale());
    }

    /** {@code 3時間20分}, {@code 6.4日}: rounded, for measured values. */
    public String about(@Nullable Duration duration) {
        if (duration == null) {
            return "–";
        }
        var locale = LocaleContextHolder.getLocale();
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return BilingualText.of("flow.span.MINUTES", duration.toMinutes()).in(locale);
        }
        var days = duration.compareTo(Duration.ofHours(48)) >= 0;
        var amount = duration.toMinutes() / (days ? 24 * 60.0 : 60.0);
        return BilingualText.of(days ? "flow.span.DAYS" : "flow.span.HOURS", Math.round(amount * 10) / 10.0)
                .in(locale);
    }

    private String step(String process, String id) {
        var place = called.ofSameCase(process).stream()
                .filter(one -> steps.name(one, id).isPresent())
                .min(Comparator.comparing(one -> !one.equals(process)))
                .orElse(process);
        var drawn = steps.name(place, id).orElse(id);
        return BilingualText.withDefault(drawn, "step." + place + "." + id).in(LocaleContextHolder.getLocale());
    }

    private String text(String key, Object... arguments) {
        return BilingualText.of(key, arguments).in(LocaleContextHolder.getLocale());
    }

    /** {@code 7日 → 5日}, or only the new value if it is the first or unchanged. */
    public String change(@Nullable Duration before, Duration after) {
        return before == null || before.equals(after) ? span(after) : span(before) + " → " + span(after);
    }
}
