package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Locale;

/**
 * Why a partner could not be reached, in categories that help to fix it. The messages of network libraries are in
 * English, differ with every library, and mean nothing to a clerk; the first cause that they name decides.
 */
public enum FailureCause {
    HOST_KEY("hostkey", "host key"),
    SIGN_IN("auth fail", "auth cancel", "authentication", "login incorrect", "not logged in"),
    TIMED_OUT("timeout", "timed out"),
    UNREACHABLE(
            "refused",
            "connectexception",
            "unknownhost",
            "noroutetohost",
            "unreachable",
            "unresolvedaddress",
            "session is down",
            "session is not open",
            "connection reset",
            "connection is closed",
            "closed by",
            "closedchannel",
            "end of io",
            "eofexception",
            "broken pipe",
            "cannot connect",
            "socket"),
    NO_SPACE("no space", "quota"),
    NOT_ALLOWED("permission denied", "no such file", "access denied"),
    OTHER;

    private final List<String> signs;

    FailureCause(String... signs) {
        this.signs = List.of(signs);
    }

    /** @param failure as written by {@link FailureSummary} */
    public static FailureCause of(String failure) {
        var text = failure.toLowerCase(Locale.ROOT);
        for (var cause : values()) {
            if (cause.signs.stream().anyMatch(text::contains)) {
                return cause;
            }
        }
        return OTHER;
    }
}
