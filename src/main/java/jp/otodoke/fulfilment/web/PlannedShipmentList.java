package jp.otodoke.fulfilment.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import jp.otodoke.customers.NamePart;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of planned shipments; those that leave first come first, those without a ship date last. */
@Component
class PlannedShipmentList {
    private static final Map<String, String> SORTS = Map.of(
            "number", "shipment_number", "shipDate", "ship_date", "order", "order_number", "warehouse", "warehouse");

    private static final String ROWS =
            """
             select s.*, d.name, d.prefecture || d.city as place from s
               join orders_destination_view d on d.order_number = s.order_number and d.dest_no = s.dest_no
            """;

    private final JdbcClient jdbc;

    PlannedShipmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<Row> page(Filter filter, @Nullable String sort, int page, int size) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("with s as materialized (select * from planned_shipment" + filter.where(values) + order(sort)
                        + " offset :offset limit :size)" + ROWS + order(sort))
                .params(values)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, n) -> row(row))
                .list();
    }

    /** Streams every matching one, for exports of any length. */
    @Transactional(readOnly = true)
    void each(Filter filter, @Nullable String sort, Consumer<Row> use) {
        var values = new HashMap<String, Object>();
        StreamedRows.each(
                jdbc.sql("with s as (select * from planned_shipment" + filter.where(values) + ")" + ROWS + order(sort))
                        .params(values),
                query -> query.query((row, n) -> row(row)),
                use);
    }

    /** Counts up to {@link ListLimits#MAX} + 1. */
    @Transactional(readOnly = true)
    long count(Filter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from (select 1 from planned_shipment" + filter.where(values)
                        + " limit :most) counted")
                .params(values)
                .param("most", ListLimits.MAX + 1)
                .query(Long.class)
                .single();
    }

    private static String order(@Nullable String sort) {
        var down = sort != null && sort.endsWith(",desc");
        var column = sort == null ? "ship_date" : SORTS.getOrDefault(sort.replaceFirst(",.*", ""), "ship_date");
        return " order by " + column + (down ? " desc nulls last" : "") + ", shipment_number" + (down ? " desc" : "");
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("shipment_number"),
                row.getObject("ship_date", LocalDate.class),
                row.getString("order_number"),
                row.getString("name"),
                row.getString("place"),
                row.getString("warehouse"),
                row.getString("cool_service"));
    }

    /** Null means any. The search term matches shipment and order numbers, name and kana. */
    record Filter(@Nullable LocalDate day, @Nullable String q) {
        static Filter of(@Nullable LocalDate day, @Nullable String q) {
            return new Filter(day, TextNormalizer.orNull(q));
        }

        /** A description for the audit trail. */
        String inWords() {
            return FilterText.ALL.with("day", day).with("q", q).text();
        }

        public boolean isEmpty() {
            return day == null && q == null;
        }

        String where(Map<String, Object> values) {
            var conditions = new ArrayList<String>();
            if (day != null) {
                conditions.add("ship_date = :day");
                values.put("day", day);
            }
            if (q != null) {
                conditions.add(words(q, values));
            }
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        private static String words(String q, Map<String, Object> values) {
            var number = q.toUpperCase(Locale.ROOT);
            if (number.matches("[AS]\\d+")) {
                values.put("number", number + "%");
                return "(shipment_number like :number or order_number like :number)";
            }
            var name = NamePart.typed(q);
            if (name.blank()) {
                return "false";
            }
            name.putInto(values);
            return "exists (select 1 from orders_destination_view d where d.order_number = planned_shipment.order_number"
                    + " and d.dest_no = planned_shipment.dest_no and "
                    + name.condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')") + ")";
        }
    }

    record Row(
            String number,
            @Nullable LocalDate shipDate,
            String order,
            @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL) String name,
            String where,
            String warehouse,
            String cool) {}
}
