package jp.otodoke.partners.exchange;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits in the outbox after failed attempts.
 *
 * @param recipient the address that it is sent to; null if it has none that could be corrected
 */
record UnsentMessage(
        long id,
        String partner,
        String type,
        String key,
        @Nullable String reference,
        Map<String, String> payload,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable String error,
        @Nullable String recipient) {}
