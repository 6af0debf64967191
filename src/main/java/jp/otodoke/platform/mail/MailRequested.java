package jp.otodoke.platform.mail;

import java.util.Map;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A mail is to be sent, as part of the current transaction.
 *
 * @param key unique: a key is mailed once
 * @param template name of a text template in {@code templates/mail}
 */
public record MailRequested(
        String key, String to, String template, @Nullable OrderNumber orderNumber, Map<String, String> values) {}
