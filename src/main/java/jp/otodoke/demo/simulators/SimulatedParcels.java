package jp.otodoke.demo.simulators;

import static java.util.stream.Collectors.toMap;
import static jp.otodoke.demo.simulators.SimulatedEvents.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.demo.simulators.SimulatedEvents.SimEvent;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shipments that the simulated warehouse was instructed to send: accepted, cancelled or shipped. */
@Component("simulatedParcels")
@Simulated
class SimulatedParcels {
    private static final LocalTime SHIPPING_HOUR = LocalTime.of(16, 0);
    private static final Duration LATE_ROUND = Duration.ofMinutes(10);

    record Answer(String shipNo, boolean accepted, String code, String text) {}

    record CancelAnswer(String requestId, String shipNo, String result) {}

    private record Known(String shipNo, int revision, String state) {}

    private final JdbcClient jdbc;
    private final SimulatedEvents events;
    private final SimulatedStockBook stock;
    private final BusinessClock clock;

    SimulatedParcels(JdbcClient jdbc, SimulatedEvents events, SimulatedStockBook stock, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.stock = stock;
        this.clock = clock;
    }

    /** Stores the instructions; the same revision again changes nothing. */
    List<Answer> accept(SimulatedPartner warehouse, List<ShipOrder> orders) {
        Map<String, Known> known = known(orders.stream().map(ShipOrder::shipNo).toList());
        var answers = new ArrayList<Answer>();
        var fresh = new ArrayList<ShipOrder>();
        for (ShipOrder order : orders) {
            Known before = known.get(order.shipNo());
            if (before == null
                    || (before.revision() < order.revision() && before.state().equals("ACCEPTED"))) {
                fresh.add(order);
                answers.add(new Answer(order.shipNo(), true, "", ""));
            } else if (before.revision() == order.revision()) {
                answers.add(new Answer(order.shipNo(), true, "", ""));
            } else {
                answers.add(refused(order, before));
            }
        }
        store(warehouse, fresh);
        return answers;
    }

    private static Answer refused(ShipOrder order, Known before) {
        return before.revision() > order.revision()
                ? new Answer(order.shipNo(), false, "OLD_REVISION", "新しい指示を受け付けています")
                : new Answer(order.shipNo(), false, "ALREADY_" + before.state(), "出荷済みか取消済みのため変更できません");
    }

    private void store(SimulatedPartner warehouse, List<ShipOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        List<String> shipNos = orders.stream().map(ShipOrder::shipNo).toList();
        stock.takeOver(
                warehouse.warehouse(),
                orders.stream()
                        .flatMap(o -> o.lines().stream())
                        .map(ShipOrder.Line::itemCode)
                        .collect(Collectors.toSet()));
        jdbc.sql("delete from sim_parcel_line where ship_no = any(?)")
                .param(texts(shipNos))
                .update();
        jdbc.sql(
                        """
                insert into sim_parcel
                    (ship_no, warehouse, revision, ship_date, carrier, delivery_date, time_slot, prefecture, cod_amount, state)
                select n, ?, r, d, c, nullif(w, '')::date, t, p, a, 'ACCEPTED'
                from unnest(?::text[], ?::int[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                     as o(n, r, d, c, w, t, p, a)
                on conflict on constraint sim_parcel_pk do update set
                    revision = excluded.revision, ship_date = excluded.ship_date, carrier = excluded.carrier,
                    delivery_date = excluded.delivery_date, time_slot = excluded.time_slot,
                    prefecture = excluded.prefecture, cod_amount = excluded.cod_amount
                """)
                .param(warehouse.warehouse())
                .param(texts(shipNos))
                .param(column(orders, ShipOrder::revision))
                .param(column(orders, ShipOrder::shipDate))
                .param(column(orders, ShipOrder::carrier))
                .param(column(orders, o -> o.deliveryDate() == null ? "" : o.deliveryDate()))
                .param(column(orders, ShipOrder::timeSlot))
                .param(column(orders, ShipOrder::prefecture))
                .param(column(orders, ShipOrder::codAmount))
                .update();
        storeLines(orders);
        events.plan(orders.stream()
                .map(o -> new SimEvent(Kind.shippingBy(warehouse), o.shipNo(), 0, shippingTime(o.shipDate())))
                .toList());
    }

    private void storeLines(List<ShipOrder> orders) {
        record Row(String shipNo, ShipOrder.Line line) {}
        List<Row> rows = orders.stream()
                .flatMap(o -> o.lines().stream().map(l -> new Row(o.shipNo(), l)))
                .toList();
        jdbc.sql(
                        """
                insert into sim_parcel_line (ship_no, line_no, item_code, quantity, kind)
                select * from unnest(?::text[], ?::int[], ?::text[], ?::int[], ?::text[])
                on conflict do nothing
                """)
                .param(column(rows, Row::shipNo))
                .param(column(rows, r -> r.line().lineNo()))
                .param(column(rows, r -> r.line().itemCode()))
                .param(column(rows, r -> r.line().quantity()))
                .param(column(rows, r -> r.line().kind()))
                .update();
    }

    /**
     * 16:00 on the planned date; an instruction that comes later that day is shipped at the next full ten minutes.
     */
    private Instant shippingTime(LocalDate day) {
        Instant planned = day.atTime(SHIPPING_HOUR).atZone(BusinessClock.TOKYO).toInstant();
        Instant now = clock.instant();
        if (planned.isAfter(now)) {
            return planned;
        }
        long round = LATE_ROUND.toSeconds();
        Instant next = Instant.ofEpochSecond((now.getEpochSecond() / round + 1) * round);
        return LocalDate.ofInstant(next, BusinessClock.TOKYO).equals(clock.today()) ? next : now;
    }

    CancelAnswer cancel(String shipNo, String requestId) {
        Known before = known(List.of(shipNo)).get(shipNo);
        if (before == null) {
            jdbc.sql("insert into sim_unknown_cancel (ship_no, request_id) values (?, ?) on conflict do nothing")
                    .param(shipNo)
                    .param(requestId)
                    .update();
            return new CancelAnswer(requestId, shipNo, "NOT_FOUND");
        }
        return new CancelAnswer(
                requestId, shipNo, stop(List.of(shipNo)) || isCancelled(shipNo) ? "CANCELLED" : "ALREADY_SHIPPED");
    }

    /** Cancellations that arrived before their instruction now stop the shipment. */
    List<CancelAnswer> known(List<ShipOrder> orders) {
        List<CancelAnswer> late = jdbc.sql(
                        """
                delete from sim_unknown_cancel where ship_no = any(?)
                returning request_id, ship_no, 'CANCELLED' as result
                """)
                .param(column(orders, ShipOrder::shipNo))
                .query(CancelAnswer.class)
                .list();
        if (!late.isEmpty()) {
            stop(late.stream().map(CancelAnswer::shipNo).toList());
        }
        return late;
    }

    private boolean stop(List<String> shipNos) {
        return jdbc.sql("update sim_parcel set state = 'CANCELLED' where ship_no = any(?) and state = 'ACCEPTED'")
                        .param(texts(shipNos))
                        .update()
                > 0;
    }

    private boolean isCancelled(String shipNo) {
        return jdbc.sql("select state = 'CANCELLED' from sim_parcel where ship_no = ?")
                .param(shipNo)
                .query(Boolean.class)
                .single();
    }

    Set<Long> resultFiles(Collection<String> shipNos) {
        return jdbc.sql(
                        "select distinct result_file from sim_parcel where ship_no = any(?) and result_file is not null")
                .param(texts(shipNos))
                .query(Long.class)
                .set();
    }

    private Map<String, Known> known(Collection<String> shipNos) {
        return jdbc
                .sql("select ship_no, revision, state from sim_parcel where ship_no = any(?) for update")
                .param(texts(shipNos))
                .query(Known.class)
                .list()
                .stream()
                .collect(toMap(Known::shipNo, Function.identity()));
    }

    static <T> String[] column(Collection<T> rows, Function<T, ?> value) {
        return texts(rows.stream().map(value).toList());
    }
}
