package jp.otodoke.watchdog;

import java.util.Locale;
import java.util.regex.Pattern;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.StepNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A finding in words: what is wrong, and what to do. Templates use it as {@code @findingText}. */
@Component("findingText")
public class FindingText {
    private static final Pattern STEP = Pattern.compile("#step\\.([\\w-]+)\\.(.+)");

    private final StepNames steps;

    FindingText(StepNames steps) {
        this.steps = steps;
    }

    public String title(Finding finding, Locale locale) {
        return text("watch." + finding.kind(), locale);
    }

    public String what(Finding finding, Locale locale) {
        var key = finding.subject().equals(RunChecks.ALL_OF_KIND) ? "watch.many" : "watch." + finding.kind() + ".what";
        return text(key, locale, words(finding, locale));
    }

    public String advice(Finding finding, Locale locale) {
        return text("watch." + finding.kind() + ".advice", locale);
    }

    /** Facts may be codes of statuses or steps; those with a name are shown by it. */
    private Object[] words(Finding finding, Locale locale) {
        return finding.facts().stream().map(fact -> named(fact, locale)).toArray();
    }

    private String named(String fact, Locale locale) {
        if (!fact.startsWith("#")) {
            return fact;
        }
        return BilingualText.withDefault(stepName(fact), fact.substring(1)).in(locale);
    }

    /** A step's Japanese name is found only in the diagram. */
    private String stepName(String fact) {
        var step = STEP.matcher(fact);
        var id = fact.substring(fact.lastIndexOf('.') + 1);
        return step.matches() ? steps.name(step.group(1), step.group(2)).orElse(id) : id;
    }

    private String text(String key, Locale locale, @Nullable Object... arguments) {
        return BilingualText.of(key, arguments).in(locale);
    }
}
