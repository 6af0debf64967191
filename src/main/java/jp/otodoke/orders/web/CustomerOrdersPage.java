package jp.otodoke.orders.web;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The latest orders of a customer, as a fragment of the customer page. */
@Controller
class CustomerOrdersPage {
    /** Summary of one order. */
    record Line(
            String orderNumber, OffsetDateTime orderedAt, String channel, String goods, long total, String status) {}

    private final JdbcClient jdbc;

    CustomerOrdersPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/orders/of-customer/{number}")
    String show(@PathVariable String number, Model model) {
        model.addAttribute(
                "orders",
                jdbc.sql(
                                """
                                select o.order_number, o.ordered_at, o.channel, o.total, o.status,
                                       (select string_agg(name || ' ×' || quantity, '、' order by line_no)
                                          from order_line where order_number = o.order_number) as goods
                                  from orders o where o.customer_number = :number
                                 order by o.ordered_at desc limit 20""")
                        .param("number", number)
                        .query(Line.class)
                        .list());
        return "orders/of-customer :: orders";
    }
}
