package jp.otodoke.fulfilment.web;

import jp.otodoke.shared.personal.Personal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of parcels. */
@Component
class ShipmentList {
    private static final Map<String, String> SORTS = Map.of(
            "number", "shipment_number",
            "status", "status",
            "shipDate", "ship_date",
            "deliveryDate", "delivery_date",
            "name", "kana",
            "carrier", "carrier",
            "due", "due_at");

    private final JdbcClient jdbc;

    ShipmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<Row> page(Filter filter, @Nullable String sort, int page, int size) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select *, (select count(*) from shipment_line l where l.shipment_number = s.shipment_number"
                        + " and l.kind = 'GOODS') as goods from shipment s"
                        + filter.where(values) + order(sort) + " offset :offset limit :size")
                .params(values)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, n) -> new Row(
                        row.getString("shipment_number"),
                        row.getString("status"),
                        row.getString("name"),
                        row.getString("prefecture") + row.getString("city"),
                        row.getObject("ship_date", LocalDate.class),
                        row.getObject("delivery_date", LocalDate.class),
                        row.getString("time_slot"),
                        row.getString("carrier"),
                        row.getString("tracking_number"),
                        row.getString("trouble"),
                        instant(row.getTimestamp("due_at")),
                        row.getLong("cod_amount"),
                        row.getLong("goods")))
                .list();
    }

    @Transactional(readOnly = true)
    long count(Filter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from shipment s" + filter.where(values))
                .params(values)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    Map<String, Long> perStatus(Filter filter) {
        var values = new HashMap<String, Object>();
        var result = new LinkedHashMap<String, Long>();
        jdbc.sql("select status, count(*) from shipment s" + filter.anyStatus().where(values) + " group by status")
                .params(values)
                .query(row -> {
                    result.put(row.getString(1), row.getLong(2));
                });
        return result;
    }

    /** Everything that the carrier reported of a parcel, oldest first. */
    @Transactional(readOnly = true)
    List<Track> tracks(String shipmentNumber) {
        return jdbc.sql(
                        """
                        select e.tracking_number as tracking, e.event, e.at, e.office from tracking_event e
                          join parcel p on p.tracking_number = e.tracking_number
                         where p.shipment_number = :number order by e.at, e.event
                        """)
                .param("number", shipmentNumber)
                .query(Track.class)
                .list();
    }

    private static String order(@Nullable String sort) {
        var down = sort == null || sort.endsWith(",desc");
        var column = sort == null ? "ship_date" : SORTS.getOrDefault(sort.replaceFirst(",.*", ""), "ship_date");
        var way = down ? " desc" : "";
        return " order by " + column + way + " nulls last, shipment_number" + way;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** Which parcels; null means any. The query looks at numbers, tracking numbers, phone, name and kana. */
    record Filter(
            @Nullable ShipmentStatus status, @Nullable String carrier, @Nullable LocalDate day, @Nullable String q) {
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
                conditions.add(
                        """
                        (shipment_number like :prefix or replace(name, ' ', '') like :part or replace(kana, ' ', '') like :part
                         or (:digits <> '' and phone like :digits || '%')
                         or shipment_number in (select p.shipment_number from parcel p where p.tracking_number like :prefix)
                         or shipment_number in (select l.shipment_number from shipment_line l where l.order_number = :order))
                        """);
                values.put("prefix", q.toUpperCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%");
                values.put("part", "%" + q.replaceAll("[\\s%_\\\\]", "") + "%");
                values.put("digits", q.matches("[0-9()+ \\-]{3,}") ? Text.digits(q) : "");
                values.put("order", q.toUpperCase(Locale.ROOT));
            }
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
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
            @Nullable String trouble,
            @Nullable Instant dueAt,
            long cod,
            long goods) {}

    record Track(String tracking, String event, Instant at, String office) {}
}
