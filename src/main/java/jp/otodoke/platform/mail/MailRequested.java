package jp.otodoke.platform.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail is to go out, as part of the present transaction.
 *
 * @param key unique: the same key twice is one mail
 * @param template name of a text template in {@code templates/mail}
 */
public record MailRequested(
        String key, String to, String template, @Nullable String orderNumber, Map<String, String> values) {}
