package jp.otodoke.partners.exchange;

import org.jspecify.annotations.Nullable;

/** Summarises an exception in one line. */
final class FailureSummary {
    private static final int LIMIT = 500;

    private FailureSummary() {}

    /** The root cause, which is what went wrong; the outer exceptions only passed it on. */
    static String inWords(Throwable failure) {
        var cause = failure;
        for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
        }
        var words = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return words.length() <= LIMIT ? words : words.substring(0, LIMIT);
    }
}
