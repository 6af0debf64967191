package jp.otodoke.orders.sql;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.customers.NamePart;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.TextNormalizer;

/**
 * Search terms for orders, the same on pages and in the API: the beginning of the order number, channel order
 * number or phone number, or part of the name or kana of the customer or recipient.
 */
public final class OrderSearchTerms {
    private OrderSearchTerms() {}

    /**
     * A condition on {@code orders}, whose parameters are added to {@code values}. Each kind of term is a subquery
     * of its own, so that each uses its index.
     */
    public static String condition(String typed, Map<String, Object> values) {
        var q = TextNormalizer.clean(typed);
        var matches = new ArrayList<String>();
        matches.add("channel_order_id like :prefix");
        values.put("prefix", LikePattern.beginning(q));
        var number = q.toUpperCase(Locale.ROOT);
        if (number.matches("A\\d*")) {
            matches.add("order_number like :number");
            values.put("number", LikePattern.beginning(number));
        }
        if (q.matches("[0-9()+ \\-]+")) {
            byPhone(PhoneNumbers.key(q), values, matches);
        } else {
            byName(NamePart.typed(q), values, matches);
        }
        return "order_number in (select m.order_number from orders m where "
                + String.join(" union all select m.order_number from orders m where ", matches) + ")";
    }

    private static void byPhone(String digits, Map<String, Object> values, ArrayList<String> matches) {
        if (digits.length() >= 3) {
            matches.add("buyer_phone like :phone");
            values.put("phone", LikePattern.beginning(digits));
        }
    }

    private static void byName(NamePart name, Map<String, Object> values, ArrayList<String> matches) {
        if (!name.blank()) {
            name.putInto(values);
            matches.add("customer_number in (select c.number from customers_customer_view c where "
                    + name.condition("c.name_key", "c.kana_key") + ")");
            matches.add("order_number in (select d.order_number from order_destination d where "
                    + name.condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')") + ")");
        }
    }
}
