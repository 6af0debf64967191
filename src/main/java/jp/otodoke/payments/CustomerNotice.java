package jp.otodoke.payments;

import java.util.HashMap;
import java.util.Map;
import jp.otodoke.orders.Order;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;

/**
 * Something a customer has to hear.
 *
 * @param key unique, begins with the template: the same key twice is told once
 * @param values what the template reads beside the customer's name and the number of the order
 * @param toSay what staff tell a customer who has no mail, without a name: tasks are read by many
 */
public record CustomerNotice(String key, String template, Map<String, String> values, BilingualText toSay) {
    MailRequested to(Order order, String address) {
        var all = new HashMap<>(values);
        all.put("name", order.buyerName());
        all.put("orderNumber", order.number());
        return new MailRequested(key, address, template, order.number(), all);
    }
}
