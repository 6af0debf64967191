package jp.otodoke.watchdog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the watchdog found.
 *
 * @param subject what it is about, unique among its kind
 * @param group whose work it is to mend it
 * @param facts what the text of its kind fills in, the subject first
 * @param since when the trouble itself began
 * @param openedAt when the watchdog was sure
 * @param closedAt when it was seen no more
 * @param toldTo who got a mail
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
        @Nullable String toldTo) {
    public boolean open() {
        return closedAt == null;
    }
}
