package jp.otodoke.watchdog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the watchdog found.
 *
 * @param subject what it is about, unique among its kind
 * @param group the team that resolves it
 * @param facts arguments of the text, the subject first
 * @param since when the problem itself began
 * @param openedAt when it was confirmed
 * @param closedAt when it was no longer observed
 * @param notified who received a mail
 */
public record Finding(
        long id,
        String kind,
        String subject,
        String group,
        @Nullable String href,
        List<String> facts,
        Instant since,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String notified) {
    public boolean open() {
        return closedAt == null;
    }
}
