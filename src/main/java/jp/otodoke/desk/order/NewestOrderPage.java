package jp.otodoke.desk.order;

import java.util.List;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The page of the newest order, as a page that is open asks for it: nobody has seen its customer. */
@Component
class NewestOrderPage implements WarmUpPages {
    private final JdbcClient jdbc;

    NewestOrderPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> toWarmUp() {
        return jdbc
                .sql("select order_number from orders_order_view order by order_number desc limit 1")
                .query(String.class)
                .list()
                .stream()
                .map(number -> "/orders/" + number + "/now")
                .toList();
    }
}
