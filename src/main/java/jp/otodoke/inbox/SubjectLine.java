package jp.otodoke.inbox;

import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * A subject in one line, shown with its task.
 *
 * @param page path of its page; null if there is none or the reader may not see it
 * @param person the person it concerns
 */
public record SubjectLine(
        BilingualText label, @Nullable String page, @Personal(Personal.Kind.NAME) @Nullable String person) {
    SubjectLine withoutPage() {
        return new SubjectLine(label, null, person);
    }
}
