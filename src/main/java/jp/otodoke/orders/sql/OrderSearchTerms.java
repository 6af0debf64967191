package jp.otodoke.orders.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.customers.NamePart;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.shared.TextNormalizer;

/**
 * Search terms for orders, the same in the one search, on pages and in the API: the order number (with or without
 * its zeros), the beginning of it or of the channel order number, the beginning or the last digits of a phone
 * number, or part of the name or kana of the customer or recipient.
 */
public final class OrderSearchTerms {
    private OrderSearchTerms() {}

    /** A condition on {@code orders}, whose parameters are added to {@code values}. */
    public static String condition(String typed, Map<String, Object> values) {
        return "order_number in (" + String.join(" union all ", queries(typed, values)) + ")";
    }

    /** Each kind of term is a query of its own, so that each uses its index. */
    static List<String> queries(String typed, Map<String, Object> values) {
        var q = TextNormalizer.clean(typed);
        var term = SearchTerm.typed(typed);
        var matches = new ArrayList<String>();
        matches.add("channel_order_id like :prefix");
        values.put("prefix", LikePattern.beginning(q));
        if (term.number().matches("A\\d*")) {
            matches.add("order_number like :number");
            values.put("number", LikePattern.beginning(term.number()));
        }
        var inFull = term.inFull("A", 8);
        if (!inFull.isEmpty()) {
            matches.add("order_number = :inFull");
            values.put("inFull", inFull);
        }
        if (term.digits().isEmpty()) {
            byName(NamePart.typed(q), values, matches);
        } else {
            byPhone(term, values, matches);
        }
        return matches.stream()
                .map(match -> "select m.order_number from orders m where " + match)
                .toList();
    }

    private static void byPhone(SearchTerm term, Map<String, Object> values, List<String> matches) {
        matches.add("buyer_phone like :phone");
        matches.add("order_number in (select d.order_number from order_destination d where d.phone like :phone)");
        values.put("phone", LikePattern.beginning(term.phone()));
        if (!term.ending().isEmpty()) {
            matches.add("customer_number in (select c.number from customers_customer_view c"
                    + " where reverse(c.phone_key) like :ending and c.phone_key <> '')");
            matches.add("order_number in (select d.order_number from order_destination d"
                    + " where reverse(translate(d.phone, '-() ', '')) like :ending and d.phone <> '')");
            values.put("ending", LikePattern.beginning(term.ending()));
        }
    }

    private static void byName(NamePart name, Map<String, Object> values, List<String> matches) {
        if (!name.blank()) {
            name.putInto(values);
            matches.add("customer_number in (select c.number from customers_customer_view c where "
                    + name.condition("c.name_key", "c.kana_key") + ")");
            matches.add("order_number in (select d.order_number from order_destination d where "
                    + name.condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')") + ")");
        }
    }
}
