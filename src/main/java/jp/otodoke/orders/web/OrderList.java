package jp.otodoke.orders.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.pages.ListLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Order lists with counts and totals. */
@Component
class OrderList {
    private static final String ROWS =
            """
            select o.order_number, o.status, o.status_since, o.ordered_at, o.channel, o.channel_order_id,
                   o.customer_number, o.buyer_name, o.buyer_phone, o.payment_method, o.total, o.planned_ship_date,
                   l.pieces, l.goods, d.delivery
              from o
              cross join lateral (select coalesce(sum(quantity), 0) as pieces,
                                         string_agg(name || ' ×' || quantity, '、' order by line_no) as goods
                                    from order_line where order_number = o.order_number) l
              cross join lateral (select min(requested_delivery_date) as delivery
                                    from order_destination where order_number = o.order_number) d
            """;
    private static final Map<String, String> SORTS = Map.of(
            "orderNumber", "order_number",
            "orderedAt", "ordered_at",
            "status", "status",
            "customer", "buyer_kana",
            "channel", "channel",
            "method", "payment_method",
            "total", "total",
            "shipDay", "planned_ship_date",
            "since", "status_since");

    private final JdbcClient jdbc;

    OrderList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the newest {@link ListLimits#MAX} orders that match the filter. */
    @Transactional(readOnly = true)
    List<OrderRow> page(OrderFilter filter, @Nullable String sort, int page, int size) {
        var values = new HashMap<String, Object>();
        var order = order(sort);
        var newest = "select * from orders" + filter.where(values) + order(null) + " limit :most";
        return jdbc.sql("with n as (" + newest + "), o as materialized (select * from n" + order
                        + " offset :offset limit :size) " + ROWS + order)
                .params(values)
                .param("most", ListLimits.MAX)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, n) -> row(row))
                .list();
    }

    /** Streams every matching order, for exports of any length. */
    @Transactional(readOnly = true)
    void each(OrderFilter filter, @Nullable String sort, Consumer<OrderRow> use) {
        var values = new HashMap<String, Object>();
        var some = "select * from orders" + filter.where(values);
        StreamedRows.each(
                jdbc.sql("with o as (" + some + ") " + ROWS + order(sort)).params(values),
                query -> query.query((row, n) -> row(row)),
                use);
    }

    /** Counts up to {@link ListLimits#MAX} orders; beyond that only reports that there are more. */
    @Transactional(readOnly = true)
    Sums sums(OrderFilter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql(
                        "select count(*) as orders, case when count(*) <= :most then coalesce(sum(total), 0)::bigint end as total"
                                + " from (select total from orders" + filter.where(values)
                                + " limit :most + 1) counted")
                .params(values)
                .param("most", ListLimits.MAX)
                .query(Sums.class)
                .single();
    }

    /** Number of matching orders per status, each counted up to {@link ListLimits#MAX} + 1. */
    @Transactional(readOnly = true)
    Map<String, Long> perStatus(OrderFilter filter) {
        var values = new HashMap<String, Object>();
        var where = filter.anyStatus().where(values);
        var result = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        "select s.status, c.orders from unnest(:statuses::text[]) s(status) cross join lateral (select count(*) as orders"
                                + " from (select 1 from orders o" + where + (where.isEmpty() ? " where " : " and ")
                                + "o.status = s.status limit :most) counted) c where c.orders > 0")
                .params(values)
                .param(
                        "statuses",
                        Stream.of(OrderStatus.values()).map(Enum::name).toArray(String[]::new))
                .param("most", ListLimits.MAX + 1)
                .query(row -> {
                    result.put(row.getString("status"), row.getLong("orders"));
                });
        return result;
    }

    @Transactional(readOnly = true)
    List<String> channels() {
        return jdbc.sql(
                        """
                        with recursive c(channel) as (
                            (select min(channel) from orders)
                            union all
                            select (select min(o.channel) from orders o where o.channel > c.channel)
                              from c where c.channel is not null)
                        select channel from c where channel is not null
                        """)
                .query(String.class)
                .list();
    }

    private static String order(@Nullable String sort) {
        var down = sort == null || sort.endsWith(",desc");
        var column = sort == null ? "ordered_at" : SORTS.getOrDefault(sort.replaceFirst(",.*", ""), "ordered_at");
        var way = down ? " desc" : "";
        // With "nulls last" on a column without nulls, PostgreSQL would not use the index for this order.
        return " order by " + column + way + (column.equals("planned_ship_date") ? " nulls last" : "")
                + ", order_number" + way;
    }

    private static OrderRow row(ResultSet row) throws SQLException {
        return new OrderRow(
                row.getString("order_number"),
                row.getString("status"),
                row.getTimestamp("status_since").toInstant(),
                row.getTimestamp("ordered_at").toInstant(),
                row.getString("channel"),
                row.getString("channel_order_id"),
                row.getString("customer_number"),
                row.getString("buyer_name"),
                row.getString("buyer_phone"),
                row.getString("payment_method"),
                row.getLong("pieces"),
                row.getString("goods"),
                row.getLong("total"),
                row.getObject("delivery", LocalDate.class),
                row.getObject("planned_ship_date", LocalDate.class));
    }

    record Sums(long orders, @Nullable Long total) {}
}
