package jp.otodoke.orders.sql;

import java.util.List;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.platform.personal.PersonalView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds orders by order number, channel order number or phone number. */
@Component
class OrderHits implements SearchSource {
    private final JdbcClient jdbc;
    private final PersonalView personal;

    OrderHits(JdbcClient jdbc, PersonalView personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        if (!term.number().matches("A\\d+") && term.digits().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select order_number, status, buyer_name, order_number = :number as exact from orders_order_view
                         where order_number in (
                               (select order_number from orders_order_view where order_number like :number || '%' order by order_number desc limit :limit)
                               union all
                               (select order_number from orders_order_view where :digits <> '' and buyer_phone like :digits || '%' limit 100)
                               union all
                               (select order_number from orders_order_view where :digits <> '' and channel_order_id like :digits || '%' limit 100))
                         order by ordered_at desc limit :limit
                        """)
                .param("number", term.number())
                .param("digits", term.digits())
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        "order",
                        row.getString(1),
                        row.getString(2),
                        personal.name(row.getString(3)),
                        "/orders/" + row.getString(1),
                        row.getBoolean(4)))
                .list();
    }
}
