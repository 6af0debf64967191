package jp.otodoke.payments;

import java.util.HashMap;
import java.util.Map;
import jp.otodoke.orders.Order;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;

/**
 * A notification for a customer.
 *
 * @param key unique, starts with the template name; the same key is sent only once
 * @param values template variables besides the customer's name and the order number
 * @param textForStaff what staff tell a customer without an e-mail address; contains no name, as tasks are widely
 *     readable
 */
public record CustomerNotice(String key, String template, Map<String, String> values, BilingualText textForStaff) {
    MailRequested to(Order order, String address) {
        var all = new HashMap<>(values);
        all.put("name", order.buyerName());
        all.put("orderNumber", order.number().value());
        return new MailRequested(key, address, template, order.number(), all);
    }
}
