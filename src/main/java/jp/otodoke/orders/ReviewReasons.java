package jp.otodoke.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a person has to look at an order, and what persons have looked at before. */
@Component
public class ReviewReasons {
    private final JdbcClient jdbc;

    ReviewReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The doubts that were found last. */
    @Transactional(readOnly = true)
    public List<Doubt> of(String order) {
        return jdbc.sql(
                        "select code, detail, detail_en, about from order_review_reason where order_number = :order order by code")
                .param("order", order)
                .query((row, n) -> new Doubt(
                        row.getString("code"),
                        new BilingualText(row.getString("detail"), row.getString("detail_en")),
                        row.getString("about")))
                .list();
    }

    /** What of these no person has looked at yet. */
    @Transactional(readOnly = true)
    public List<Doubt> unseen(String order, List<Doubt> doubts) {
        var seen = seen(order);
        return doubts.stream().filter(doubt -> !seen.contains(doubt.key())).toList();
    }

    /** A person has looked at the order as it is: the same doubts need nobody again. */
    @Transactional
    public void looked(String order) {
        jdbc.sql(
                        """
                        insert into order_accepted_review_reason (order_number, code, about)
                        select order_number, code, about from order_review_reason where order_number = :order
                        on conflict do nothing
                        """)
                .param("order", order)
                .update();
    }

    void replace(String order, List<Doubt> doubts) {
        jdbc.sql("delete from order_review_reason where order_number = :order")
                .param("order", order)
                .update();
        doubts.forEach(doubt -> jdbc.sql(
                        """
                        insert into order_review_reason (order_number, code, detail, detail_en, about)
                        values (:order, :code, :detail, :english, :about)
                        """)
                .param("order", order)
                .param("code", doubt.code())
                .param("detail", doubt.detail().japanese())
                .param("english", doubt.detail().english())
                .param("about", doubt.about())
                .update());
    }

    private Set<List<String>> seen(String order) {
        return new HashSet<>(
                jdbc.sql("select code, about from order_accepted_review_reason where order_number = :order")
                        .param("order", order)
                        .query((row, n) -> List.of(row.getString("code"), row.getString("about")))
                        .list());
    }

    /**
     * @param detail names no person: it is read by those too for whom personal data is masked
     * @param about what exactly is doubted, as it was when it was looked at
     */
    public record Doubt(String code, BilingualText detail, String about) {
        /** What is found twice is one doubt. */
        List<String> key() {
            return List.of(code, about);
        }
    }
}
