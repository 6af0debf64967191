package jp.otodoke.partners.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param key identifies it permanently: the same key again changes nothing
 * @param reference the shipment, order or call it is about; messages can be found by it
 */
public record OutboxMessage(
        String partner, String type, String key, @Nullable String reference, Map<String, String> payload) {}
