package jp.otodoke.partners.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message to a partner.
 *
 * @param attempts the number of earlier attempts
 */
public record OutboxRow(
        long id,
        String partner,
        String type,
        String key,
        @Nullable String reference,
        Map<String, String> payload,
        int attempts) {
    public String value(String name) {
        var value = payload.get(name);
        if (value == null) {
            throw new IllegalStateException("Outbox row " + key + " has no " + name);
        }
        return value;
    }
}
