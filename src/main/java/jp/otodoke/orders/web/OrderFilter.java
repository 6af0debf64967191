package jp.otodoke.orders.web;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.sql.OrderSearchTerms;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Filter of an order list; null means any. */
record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable String customer,
        @Nullable String channel,
        @Nullable PaymentMethod method,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate shipUntil,
        @Nullable String q) {
    OrderFilter {
        customer = TextNormalizer.orNull(customer);
        channel = TextNormalizer.orNull(channel);
        q = TextNormalizer.orNull(q);
    }

    OrderFilter anyStatus() {
        return new OrderFilter(null, customer, channel, method, from, to, shipUntil, q);
    }

    public boolean isEmpty() {
        return equals(new OrderFilter(null, null, null, null, null, null, null, null));
    }

    /** The SQL condition; its parameters are added to {@code values}. */
    String where(Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        add(conditions, values, "status = :status", "status", status == null ? null : status.name());
        add(conditions, values, "customer_number = :customer", "customer", customer);
        add(conditions, values, "channel = :channel", "channel", channel);
        add(conditions, values, "payment_method = :method", "method", method == null ? null : method.name());
        add(conditions, values, "ordered_at >= :from", "from", from == null ? null : startOf(from));
        add(conditions, values, "ordered_at < :to", "to", to == null ? null : startOf(to.plusDays(1)));
        add(conditions, values, "planned_ship_date <= :shipUntil", "shipUntil", shipUntil);
        if (q != null) {
            conditions.add(OrderSearchTerms.condition(q, values));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
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
        return Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    /** A description for the audit trail. */
    String inWords() {
        return FilterText.ALL
                .with("status", status)
                .with("customer", customer)
                .with("channel", channel)
                .with("method", method)
                .with("from", from)
                .with("to", to)
                .with("shipUntil", shipUntil)
                .with("q", q)
                .text();
    }
}
