package jp.otodoke.orders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of an order for staff. Append-only. */
@Component
public class Timeline {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Timeline(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param event stable short code
     * @param text for staff
     * @param by a person's name, a partner, or {@code system}
     */
    public void add(OrderNumber orderNumber, String event, BilingualText text, String by) {
        add(List.of(new Entry(orderNumber, event, text, by)));
    }

    /** Adds many entries in one statement. */
    public void add(Collection<Entry> entries) {
        jdbc.sql(
                        """
                        insert into order_event (order_number, at, event, text, text_en, actor)
                        select e.order_number, :at, e.event, e.text, e.text_en, e.actor
                          from unnest(:orders::text[], :events::text[], :texts::text[], :english::text[], :by::text[])
                               e(order_number, event, text, text_en, actor)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "orders",
                        entries.stream().map(e -> e.orderNumber().value()).toArray(String[]::new))
                .param("events", entries.stream().map(Entry::event).toArray(String[]::new))
                .param("texts", entries.stream().map(e -> e.text().japanese()).toArray(String[]::new))
                .param("english", entries.stream().map(e -> e.text().english()).toArray(String[]::new))
                .param("by", entries.stream().map(Entry::by).toArray(String[]::new))
                .update();
    }

    /** Oldest first. */
    public List<TimelineEvent> of(OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select at, event, text, coalesce(text_en, text) as text_en, actor from order_event
                         where order_number = :order order by id
                        """)
                .param("order", orderNumber.value())
                .query((row, n) -> new TimelineEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("event"),
                        new BilingualText(row.getString("text"), row.getString("text_en")),
                        row.getString("actor")))
                .list();
    }

    public record Entry(OrderNumber orderNumber, String event, BilingualText text, String by) {}

    public record TimelineEvent(Instant at, String event, BilingualText text, String by) {}
}
