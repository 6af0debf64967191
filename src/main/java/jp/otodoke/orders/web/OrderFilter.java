package jp.otodoke.orders.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.otodoke.customers.NamePart;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Which orders a list shows; null means any. */
record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable String customer,
        @Nullable String channel,
        @Nullable PaymentMethod method,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String q) {
    OrderFilter {
        customer = Text.orNull(customer);
        channel = Text.orNull(channel);
        q = Text.orNull(q);
    }

    OrderFilter anyStatus() {
        return new OrderFilter(null, customer, channel, method, from, to, q);
    }

    public boolean isEmpty() {
        return equals(new OrderFilter(null, null, null, null, null, null, null));
    }

    /** The condition in SQL; its values are put into {@code values}. */
    String where(Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        add(conditions, values, "status = :status", "status", status == null ? null : status.name());
        add(conditions, values, "customer_number = :customer", "customer", customer);
        add(conditions, values, "channel = :channel", "channel", channel);
        add(conditions, values, "payment_method = :method", "method", method == null ? null : method.name());
        add(conditions, values, "ordered_at >= :from", "from", from == null ? null : startOf(from));
        add(conditions, values, "ordered_at < :to", "to", to == null ? null : startOf(to.plusDays(1)));
        if (q != null) {
            conditions.add(words(q, values));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** A query each, so that each has its index. */
    private static String words(String q, Map<String, Object> values) {
        var matches = new ArrayList<String>();
        matches.add("channel_order_id like :prefix");
        values.put("prefix", escaped(q) + "%");
        if (q.toUpperCase(Locale.ROOT).matches("A\\d+")) {
            matches.add("order_number like :number");
            values.put("number", q.toUpperCase(Locale.ROOT) + "%");
        }
        var digits = Text.digits(q);
        if (digits.length() >= 3 && q.matches("[0-9()+ \\-]+")) {
            matches.add("buyer_phone like :phone");
            values.put("phone", digits + "%");
        }
        if (!q.matches("[0-9()+ \\-]+")) {
            var name = NamePart.typed(q);
            if (!name.blank()) {
                name.putInto(values);
                matches.add("customer_number in (select c.number from customer c where "
                        + name.condition("c.name_key", "c.kana_key") + ")");
                matches.add("order_number in (select d.order_number from order_destination d where "
                        + name.condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')") + ")");
            }
        }
        return "order_number in (select m.order_number from orders m where "
                + String.join(" union all select m.order_number from orders m where ", matches) + ")";
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static Object startOf(LocalDate day) {
        return java.sql.Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** In words, for the audit trail. */
    String inWords() {
        var values = new TreeMap<String, Object>();
        where(values);
        return values.isEmpty() ? "" : values.toString();
    }
}
