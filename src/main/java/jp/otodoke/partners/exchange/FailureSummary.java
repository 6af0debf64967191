package jp.otodoke.partners.exchange;

import org.jspecify.annotations.Nullable;

/** Says in one line why something failed. */
final class FailureSummary {
    private static final int LIMIT = 500;

    private FailureSummary() {}

    /** The innermost cause, which is what went wrong; the layers around it only passed it on. */
    static String inWords(Throwable failure) {
        var cause = failure;
        for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
        }
        var words = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return words.length() <= LIMIT ? words : words.substring(0, LIMIT);
    }
}
