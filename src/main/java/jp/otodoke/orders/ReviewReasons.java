package jp.otodoke.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reasons for which an order needs a manual review, and those already accepted by a reviewer. */
@Component
public class ReviewReasons {
    private final JdbcClient jdbc;

    ReviewReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reasons found by the latest check. */
    @Transactional(readOnly = true)
    public List<ReviewReason> of(OrderNumber order) {
        return jdbc.sql(
                        "select code, detail, detail_en, about from order_review_reason where order_number = :order order by code")
                .param("order", order.value())
                .query((row, n) -> new ReviewReason(
                        row.getString("code"),
                        new BilingualText(row.getString("detail"), row.getString("detail_en")),
                        row.getString("about")))
                .list();
    }

    /** Those of the given reasons that no reviewer has accepted yet, for each of the orders. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, List<ReviewReason>> unreviewed(Map<OrderNumber, List<ReviewReason>> reasons) {
        var seen = seen(reasons.entrySet().stream()
                .filter(found -> !found.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
        return reasons.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().stream()
                        .filter(reason -> !seen.contains(reason.key(found.getKey())))
                        .toList()));
    }

    /** Accepts the current reasons, so that they do not cause another review. */
    @Transactional
    public void markReviewed(OrderNumber order) {
        jdbc.sql(
                        """
                        insert into order_accepted_review_reason (order_number, code, about)
                        select order_number, code, about from order_review_reason where order_number = :order
                        on conflict do nothing
                        """)
                .param("order", order.value())
                .update();
    }

    /** Forgets the reasons of an earlier check. */
    @Transactional
    public void clear(Collection<OrderNumber> orders) {
        jdbc.sql("delete from order_review_reason where order_number = any(:orders)")
                .param("orders", texts(orders, OrderNumber::value))
                .update();
    }

    void add(Map<OrderNumber, List<ReviewReason>> reasons) {
        var found = reasons.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(reason -> Map.entry(one.getKey(), reason)))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into order_review_reason (order_number, code, detail, detail_en, about)
                        select * from unnest(:orders::text[], :codes::text[], :details::text[], :english::text[], :abouts::text[])
                        """)
                .param("orders", texts(found, one -> one.getKey().value()))
                .param("codes", texts(found, one -> one.getValue().code()))
                .param("details", texts(found, one -> one.getValue().detail().japanese()))
                .param("english", texts(found, one -> one.getValue().detail().english()))
                .param("abouts", texts(found, one -> one.getValue().about()))
                .update();
    }

    private Set<List<String>> seen(Collection<OrderNumber> orders) {
        return orders.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                "select order_number, code, about from order_accepted_review_reason where order_number = any(:orders)")
                        .param("orders", texts(orders, OrderNumber::value))
                        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                        .set();
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /**
     * @param detail must not name a person, as it is also read by staff who see personal data masked
     * @param about the exact value in question, as the reviewer saw it
     */
    public record ReviewReason(String code, BilingualText detail, String about) {
        /** The order that this one seems to repeat, if that is the reason. */
        public Optional<OrderNumber> repeated() {
            return code.equals("REPEATED") && !about.isBlank() ? Optional.of(OrderNumber.of(about)) : Optional.empty();
        }

        /** Reasons of an order with the same key are the same reason. */
        List<String> key(OrderNumber order) {
            return List.of(order.value(), code, about);
        }
    }
}
