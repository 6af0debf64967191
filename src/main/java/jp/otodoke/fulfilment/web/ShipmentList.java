package jp.otodoke.fulfilment.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.otodoke.customers.NamePart;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shipment lists. */
@Component
class ShipmentList {
    private static final Map<String, String> SORTS = Map.of(
            "number", "shipment_number",
            "status", "status",
            "shipDate", "ship_date",
            "deliveryDate", "requested_delivery_date",
            "name", "kana",
            "carrier", "carrier",
            "due", "due_at");

    private static final String ROWS =
            " select *, (select count(*) from shipment_line l where l.shipment_number = s.shipment_number"
                    + " and l.kind = 'GOODS') as goods from s";

    private static final Set<String> NULLABLE = Set.of("requested_delivery_date", "due_at");

    private final JdbcClient jdbc;

    ShipmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the {@link ListLimits#MAX} matching shipments with the latest ship dates. */
    @Transactional(readOnly = true)
    List<Row> page(Filter filter, @Nullable String sort, int page, int size) {
        var values = new HashMap<String, Object>();
        var order = order(sort);
        return jdbc.sql("with n as (select * from shipment s" + filter.where(values) + order(null) + " limit :most),"
                        + " s as materialized (select * from n" + order + " offset :offset limit :size)" + ROWS + order)
                .params(values)
                .param("most", ListLimits.MAX)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, n) -> row(row))
                .list();
    }

    /** Streams every matching shipment, for exports of any length. */
    @Transactional(readOnly = true)
    void each(Filter filter, @Nullable String sort, Consumer<Row> use) {
        var values = new HashMap<String, Object>();
        StreamedRows.each(
                jdbc.sql("with s as (select * from shipment s" + filter.where(values) + ")" + ROWS + order(sort))
                        .params(values),
                query -> query.query((row, n) -> row(row)),
                use);
    }

    /** Counts up to {@link ListLimits#MAX} + 1. */
    @Transactional(readOnly = true)
    long count(Filter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from (select 1 from shipment s" + filter.where(values)
                        + " limit :most) counted")
                .params(values)
                .param("most", ListLimits.MAX + 1)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    Map<String, Long> perStatus(Filter filter) {
        var values = new HashMap<String, Object>();
        var result = new LinkedHashMap<String, Long>();
        var where = filter.anyStatus().where(values);
        jdbc.sql(
                        "select x.status, c.parcels from unnest(:statuses::text[]) x(status) cross join lateral (select count(*) as parcels"
                                + " from (select 1 from shipment s" + where + (where.isEmpty() ? " where " : " and ")
                                + "s.status = x.status limit :most) counted) c where c.parcels > 0")
                .params(values)
                .param(
                        "statuses",
                        Stream.of(ShipmentStatus.values()).map(Enum::name).toArray(String[]::new))
                .param("most", ListLimits.MAX + 1)
                .query(row -> {
                    result.put(row.getString(1), row.getLong(2));
                });
        return result;
    }

    /** All tracking events of a shipment, oldest first. */
    @Transactional(readOnly = true)
    List<Track> tracks(ShipmentNumber number) {
        return jdbc.sql(
                        """
                        select p.tracking_number as tracking, e.event, e.at, e.office from parcel p
                          join fulfilment_parcel_event_view e
                            on e.tracking_key = p.tracking_key and e.shipment_number = p.shipment_number
                         where p.shipment_number = :number order by e.at, e.event
                        """)
                .param("number", number.value())
                .query(Track.class)
                .list();
    }

    private static String order(@Nullable String sort) {
        var down = sort == null || sort.endsWith(",desc");
        var column = sort == null ? "ship_date" : SORTS.getOrDefault(sort.replaceFirst(",.*", ""), "ship_date");
        var way = down ? " desc" : "";
        // With "nulls last" on a column without nulls, PostgreSQL would not use the index for this order.
        return " order by " + column + way + (NULLABLE.contains(column) ? " nulls last" : "") + ", shipment_number"
                + way;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("shipment_number"),
                row.getString("status"),
                row.getString("name"),
                row.getString("prefecture") + row.getString("city"),
                row.getObject("ship_date", LocalDate.class),
                row.getObject("requested_delivery_date", LocalDate.class),
                row.getString("requested_time_slot"),
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getString("delivery_exception"),
                instant(row.getTimestamp("due_at")),
                row.getLong("cod_amount"),
                row.getLong("goods"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * Filter; null means any. The search term matches shipment numbers, order and tracking numbers, phone, name
     * and kana.
     */
    record Filter(
            @Nullable ShipmentStatus status, @Nullable String carrier, @Nullable LocalDate day, @Nullable String q) {
        /** Built from request parameters, for the page and its exports. */
        static Filter of(
                @Nullable String status, @Nullable String carrier, @Nullable LocalDate day, @Nullable String q) {
            var known = Arrays.stream(ShipmentStatus.values())
                    .filter(s -> s.name().equals(status))
                    .findFirst()
                    .orElse(null);
            return new Filter(known, TextNormalizer.orNull(carrier), day, TextNormalizer.orNull(q));
        }

        /** A description for the audit trail. */
        String inWords() {
            return FilterText.ALL
                    .with("status", status)
                    .with("carrier", carrier)
                    .with("day", day)
                    .with("q", q)
                    .text();
        }

        Filter anyStatus() {
            return new Filter(null, carrier, day, q);
        }

        public boolean isEmpty() {
            return status == null && carrier == null && day == null && q == null;
        }

        String where(Map<String, Object> values) {
            var conditions = new ArrayList<String>();
            if (status != null) {
                conditions.add("status = :status");
                values.put("status", status.name());
            }
            if (carrier != null) {
                conditions.add("carrier = :carrier");
                values.put("carrier", carrier);
            }
            if (day != null) {
                conditions.add("ship_date = :day");
                values.put("day", day);
            }
            if (q != null) {
                conditions.add("shipment_number in (" + words(q, values) + ")");
            }
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        /** Each kind of term is a subquery of its own, so that each uses its index. */
        private static String words(String q, Map<String, Object> values) {
            var matches = new ArrayList<String>();
            matches.add("select l.shipment_number from shipment_line l where l.order_number = :order");
            values.put("order", q.toUpperCase(Locale.ROOT));
            matches.add("select p.shipment_number from parcel p where p.tracking_key like tracking_key(:prefix)");
            values.put("prefix", q.toUpperCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%");
            if (q.toUpperCase(Locale.ROOT).matches("S\\d+")) {
                matches.add("select m.shipment_number from shipment m where m.shipment_number like :prefix");
            }
            if (q.matches("[0-9()+ \\-]{3,}")) {
                matches.add(ofRecipients("d.phone like :phone"));
                values.put("phone", PhoneNumbers.key(q) + "%");
            } else if (!NamePart.typed(q).blank()) {
                NamePart.typed(q).putInto(values);
                matches.add(ofRecipients(
                        NamePart.typed(q).condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')")));
            }
            return String.join(" union all ", matches);
        }

        private static String ofRecipients(String condition) {
            return "select m.shipment_number from orders_destination_view d join shipment_line l on l.order_number = d.order_number"
                    + " join shipment m on m.shipment_number = l.shipment_number and m.name = d.name where "
                    + condition;
        }
    }

    record Row(
            String number,
            String status,
            @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL) String name,
            String where,
            LocalDate shipDate,
            @Nullable LocalDate deliveryDate,
            @Nullable String timeSlot,
            String carrier,
            @Nullable String tracking,
            @Nullable String deliveryException,
            @Nullable Instant dueAt,
            long cod,
            long goods) {}

    record Track(String tracking, String event, Instant at, String office) {}
}
