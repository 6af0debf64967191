package jp.otodoke.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Those of the given reasons that no reviewer has accepted yet. */
    @Transactional(readOnly = true)
    public List<ReviewReason> unreviewed(OrderNumber order, List<ReviewReason> reasons) {
        var seen = seen(order);
        return reasons.stream().filter(reason -> !seen.contains(reason.key())).toList();
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

    void replace(OrderNumber order, List<ReviewReason> reasons) {
        jdbc.sql("delete from order_review_reason where order_number = :order")
                .param("order", order.value())
                .update();
        reasons.forEach(reason -> jdbc.sql(
                        """
                        insert into order_review_reason (order_number, code, detail, detail_en, about)
                        values (:order, :code, :detail, :english, :about)
                        """)
                .param("order", order.value())
                .param("code", reason.code())
                .param("detail", reason.detail().japanese())
                .param("english", reason.detail().english())
                .param("about", reason.about())
                .update());
    }

    private Set<List<String>> seen(OrderNumber order) {
        return new HashSet<>(
                jdbc.sql("select code, about from order_accepted_review_reason where order_number = :order")
                        .param("order", order.value())
                        .query((row, n) -> List.of(row.getString("code"), row.getString("about")))
                        .list());
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

        /** Reasons with the same key are the same reason. */
        List<String> key() {
            return List.of(code, about);
        }
    }
}
