package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.customers.NamePart;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list: by date, amount and partner in any combination, as the law asks of who keeps them. Null is any.
 *
 * @param from first day of the transaction
 * @param to last day
 * @param partner a customer's number, or a part of a name
 */
public record DocumentFilter(
        @Nullable DocumentKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        AmountRange amount,
        @Nullable String partner,
        @Nullable OrderNumber order) {
    public static DocumentFilter of(OrderNumber order) {
        return new DocumentFilter(null, null, null, AmountRange.ANY, null, order);
    }

    /** As the audit trail has it. */
    public String inWords() {
        return FilterText.ALL
                .with("kind", kind)
                .with("from", from)
                .with("to", to)
                .with("amount", amount.written())
                .with("partner", partner)
                .with("order", order)
                .text();
    }

    String where(Map<String, @Nullable Object> values) {
        var conditions = new ArrayList<String>();
        add(conditions, values, "kind", kind == null ? null : kind.name(), "d.kind = :kind");
        add(conditions, values, "from", from, "d.document_date >= :from");
        add(conditions, values, "to", to, "d.document_date <= :to");
        add(conditions, values, "least", yen(amount.least()), "d.amount >= :least");
        add(conditions, values, "most", yen(amount.most()), "d.amount <= :most");
        add(
                conditions,
                values,
                "order",
                order == null ? null : order.value(),
                "d.order_numbers @> array[:order]::text[]");
        if (partner != null) {
            conditions.add(partner(partner, values));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static @Nullable Object yen(@Nullable Yen amount) {
        return amount == null ? null : amount.amount();
    }

    private static String partner(String partner, Map<String, @Nullable Object> values) {
        values.put("customer", partner.strip().toUpperCase(Locale.ROOT));
        var part = NamePart.typed(partner);
        if (part.blank()) {
            return "d.customer_number = :customer";
        }
        var names = new HashMap<String, Object>();
        part.putInto(names);
        values.putAll(names);
        return "(d.customer_number = :customer or " + part.condition("d.partner_key", "d.partner_key") + ")";
    }

    private static void add(
            ArrayList<String> conditions,
            Map<String, @Nullable Object> values,
            String name,
            @Nullable Object value,
            String condition) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
