package jp.otodoke.demo.simulators;

import static jp.otodoke.demo.simulators.SimulatedEvents.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.demo.simulators.SimulatedEvents.SimEvent;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A warehouse's floor: ships what is due, hands it to the carrier, and counts its stock every night. */
@Component
@Simulated
class SimulatedWarehouseWork {
    private static final int BATCH = 1000;
    private static final int SHELF_MONTHS = 18;
    private static final long FIRST_TRACKING = 45_670_000_000L;
    private static final int TRACKING_CHECK = 7;
    private static final LocalTime COUNTING_HOUR = LocalTime.of(23, 30);

    private record Line(String shipNo, String carrier, int lineNo, String itemCode, int quantity, String kind) {}

    private final JdbcClient jdbc;
    private final SimulatedEvents events;
    private final AnswerFiles answers;
    private final PartnerFolders folders;
    private final SimulatedStockBook stock;
    private final SimulatedCarrier carrier;
    private final BusinessClock clock;

    SimulatedWarehouseWork(
            JdbcClient jdbc,
            SimulatedEvents events,
            AnswerFiles answers,
            PartnerFolders folders,
            SimulatedStockBook stock,
            SimulatedCarrier carrier,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.answers = answers;
        this.folders = folders;
        this.stock = stock;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Ships what is due and returns how many shipments that were. */
    @Transactional
    public int ship(SimulatedPartner warehouse) {
        List<SimEvent> due = events.take(Kind.shippingBy(warehouse), BATCH);
        if (!due.isEmpty()) {
            List<Line> lines = lines(due.stream().map(SimEvent::subject).toList());
            if (!lines.isEmpty()) {
                ship(warehouse, lines);
            }
        }
        return due.size();
    }

    private void ship(SimulatedPartner warehouse, List<Line> lines) {
        OffsetDateTime now = now();
        List<String> shipNos = lines.stream().map(Line::shipNo).distinct().toList();
        Map<String, String> tracking = trackingNumbers(shipNos);
        var file = new CsvLines(
                "ship_no,result_no,shipped_at,carrier,tracking_no,line_no,item_code,quantity,lot,expiry,final");
        for (Line line : lines) {
            boolean goods = line.kind().equals("GOODS");
            file.add(
                    line.shipNo(),
                    1,
                    now,
                    line.carrier(),
                    Objects.requireNonNull(tracking.get(line.shipNo())),
                    line.lineNo(),
                    line.itemCode(),
                    line.quantity(),
                    goods ? lot(line.itemCode()) : "",
                    goods ? expiry() : "",
                    1);
        }
        long result = answers.put(warehouse, "SHIPRESULT", file.text(), false);
        jdbc.sql(
                        """
                update sim_parcel p set state = 'SHIPPED', tracking_no = t.no, shipped_at = ?, result_file = ?
                from unnest(?::text[], ?::text[]) as t(ship_no, no) where p.ship_no = t.ship_no
                """)
                .param(now)
                .param(result)
                .param(texts(shipNos))
                .param(texts(shipNos.stream().map(tracking::get).toList()))
                .update();
        stock.shipped(warehouse.warehouse(), shipNos);
        carrier.takeOver(shipNos);
    }

    /** Those of them that are still to be shipped; cancelled ones are left out. */
    private List<Line> lines(Collection<String> shipNos) {
        return jdbc.sql(
                        """
                with standing as (
                    select ship_no, carrier from sim_parcel
                    where ship_no = any(?) and state = 'ACCEPTED' order by ship_no for update)
                select p.ship_no, p.carrier, l.line_no, l.item_code, l.quantity, l.kind
                from standing p join sim_parcel_line l on l.ship_no = p.ship_no
                order by p.ship_no, l.line_no
                """)
                .param(texts(shipNos))
                .query(Line.class)
                .list();
    }

    /** Twelve digits; the last is the first eleven modulo 7, as in Yamato's tracking numbers. */
    private Map<String, String> trackingNumbers(List<String> shipNos) {
        List<Long> numbers = jdbc.sql("select nextval('sim_tracking_seq') from generate_series(1, ?)")
                .param(shipNos.size())
                .query(Long.class)
                .list();
        var tracking = new HashMap<String, String>();
        for (int i = 0; i < shipNos.size(); i++) {
            long number = FIRST_TRACKING + numbers.get(i);
            tracking.put(shipNos.get(i), "%011d%d".formatted(number, number % TRACKING_CHECK));
        }
        return tracking;
    }

    /** Plans the nightly counts unless they are planned already. */
    @Transactional
    public void startCounting() {
        SimulatedPartner.WAREHOUSES.forEach(this::startCounting);
    }

    private void startCounting(SimulatedPartner warehouse) {
        Integer planned = jdbc.sql("select count(*) from sim_event where kind = ?")
                .param(Kind.countingBy(warehouse).name())
                .query(Integer.class)
                .single();
        if (planned == 0) {
            planCount(warehouse, clock.today());
        }
    }

    /**
     * Reports the stock once a night. The count is skipped while the warehouse's own shipment results are still
     * unread, because it would not agree with the books.
     */
    @Transactional
    public int count(SimulatedPartner warehouse) {
        List<SimEvent> due = events.take(Kind.countingBy(warehouse), 1);
        if (due.isEmpty()) {
            return 0;
        }
        planCount(warehouse, clock.today().plusDays(1));
        List<SimulatedStockBook.Item> items =
                reportsUnderWay(warehouse) ? List.of() : stock.count(warehouse.warehouse());
        if (!items.isEmpty()) {
            report(warehouse, items);
        }
        return due.size();
    }

    private void report(SimulatedPartner warehouse, List<SimulatedStockBook.Item> items) {
        OffsetDateTime now = now();
        var file = new CsvLines("as_of,item_code,lot,expiry,condition,on_hand,allocated");
        for (SimulatedStockBook.Item item : items) {
            file.add(now, item.itemCode(), lot(item.itemCode()), expiry(), "GOOD", item.onHand(), item.allocated());
        }
        file.add("END", items.size());
        answers.put(warehouse, SimulatedWarehouse.STOCK, file.text(), false);
    }

    private boolean reportsUnderWay(SimulatedPartner warehouse) {
        return folders.waiting(warehouse, "SHIPRESULT")
                || jdbc.sql(
                                """
                                select exists (select 1 from sim_file
                                                where partner = ? and type = 'SHIPRESULT' and state <> 'LAID')
                                """)
                        .param(warehouse.code())
                        .query(Boolean.class)
                        .single();
    }

    private void planCount(SimulatedPartner warehouse, LocalDate day) {
        events.plan(
                Kind.countingBy(warehouse),
                List.of(SimulatedWarehouse.STOCK),
                day.atTime(COUNTING_HOUR).atZone(BusinessClock.TOKYO).toInstant());
    }

    private static String lot(String itemCode) {
        return "L%06d".formatted(Math.floorMod(itemCode.hashCode(), 1_000_000));
    }

    private LocalDate expiry() {
        return clock.today().withDayOfMonth(1).plusMonths(SHELF_MONTHS);
    }

    private OffsetDateTime now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return OffsetDateTime.ofInstant(now, BusinessClock.TOKYO);
    }
}
