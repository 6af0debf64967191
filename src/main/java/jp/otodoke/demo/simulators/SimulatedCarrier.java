package jp.otodoke.demo.simulators;

import static jp.otodoke.demo.simulators.SimulatedEvents.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.demo.simulators.SimulatedEvents.SimEvent;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries parcels from the simulated warehouse to the recipient and reports at 10:00 and 20:00. It reports only
 * tracking numbers that Otodoke has received, as an enquiry would.
 */
@Component("simulatedCarrier")
@Simulated
class SimulatedCarrier {
    private static final int BATCH = 2000;
    private static final int MAX_ABSENCES = 3;
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final Duration HAND_OVER = Duration.ofHours(1);
    private static final int CARRY_DAYS = 2;
    private static final int ADDRESS_DAYS = 3;

    private record Parcel(
            String shipNo,
            String trackingNo,
            String prefecture,
            String timeSlot,
            @Nullable LocalDate deliveryDate,
            Instant shippedAt,
            int absences,
            boolean reported) {}

    private final JdbcClient jdbc;
    private final SimulatedEvents events;
    private final AnswerFiles answers;
    private final PartnerFaults faults;
    private final BusinessClock clock;

    SimulatedCarrier(
            JdbcClient jdbc, SimulatedEvents events, AnswerFiles answers, PartnerFaults faults, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.answers = answers;
        this.faults = faults;
        this.clock = clock;
    }

    /** Takes parcels from the warehouse. */
    void takeOver(Collection<String> shipNos) {
        events.plan(Kind.PICK_UP, shipNos, nextReport(clock.instant().plus(HAND_OVER)));
        planDelivery(shipNos);
    }

    /** Continues with parcels it picked up earlier. */
    void continueDelivery(SimulatedParcelsInTransit.DeliveryEvent event, Collection<String> shipNos) {
        LocalDate today = clock.today();
        switch (event) {
            case NOTHING -> planDelivery(shipNos);
            case ABSENT -> events.plan(Kind.TAKE_OUT_FOR_DELIVERY, shipNos, at(today.plusDays(1), MORNING));
            case REFUSED -> events.plan(Kind.SEND_BACK, shipNos, at(today.plusDays(1), MORNING));
            case ADDRESS_UNKNOWN -> events.plan(Kind.FIND_ADDRESS, shipNos, at(today.plusDays(ADDRESS_DAYS), MORNING));
            case LOST, DELIVERED -> {}
        }
    }

    private void planDelivery(Collection<String> shipNos) {
        events.plan(parcels(shipNos).values().stream()
                .map(p -> new SimEvent(Kind.TAKE_OUT_FOR_DELIVERY, p.shipNo(), 0, at(deliveryDay(p), MORNING)))
                .toList());
    }

    /** The requested delivery date, or two days after shipping; never the day of shipping itself. */
    private static LocalDate deliveryDay(Parcel parcel) {
        LocalDate shipped = LocalDate.ofInstant(parcel.shippedAt(), BusinessClock.TOKYO);
        LocalDate requested = parcel.deliveryDate();
        if (requested == null) {
            return shipped.plusDays(CARRY_DAYS);
        }
        return requested.isAfter(shipped) ? requested : shipped.plusDays(1);
    }

    /** Processes what is due of one kind, reports it in one file, and returns how many were due. */
    @Transactional
    public int report(Kind kind) {
        List<SimEvent> due = events.take(kind, BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        Map<String, Parcel> parcels =
                parcels(due.stream().map(SimEvent::subject).toList());
        var report = new Report();
        for (SimEvent event : due) {
            Parcel parcel = parcels.get(event.subject());
            if (parcel != null && parcel.reported()) {
                report.about(kind, parcel);
            } else if (parcel != null) {
                report.later(kind, parcel, nextReport(clock.instant()));
            }
        }
        report.finish();
        return due.size();
    }

    /** A parcel that was in transit when the demo started was reported by no file of the warehouse. */
    private Map<String, Parcel> parcels(Collection<String> shipNos) {
        return jdbc
                .sql(
                        """
                select p.ship_no, p.tracking_no, p.prefecture, p.time_slot, p.delivery_date, p.shipped_at, p.absences,
                       f.id is null or f.state = 'LAID' as reported
                from sim_parcel p left join sim_file f on f.id = p.result_file
                where p.ship_no = any(?) and p.state = 'SHIPPED'
                """)
                .param(texts(shipNos))
                .query(Parcel.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Parcel::shipNo, Function.identity()));
    }

    /** A TRACKING file being built, and the follow-up events. */
    private final class Report {
        private final CsvLines file = new CsvLines("tracking_no,event,event_at,office");
        private final List<SimEvent> next = new ArrayList<>();
        private final List<String> absent = new ArrayList<>();
        private boolean empty = true;

        void about(Kind kind, Parcel parcel) {
            LocalDate today = clock.today();
            switch (kind) {
                case PICK_UP -> {
                    add(parcel, "PICKED_UP", parcel.shippedAt().plus(HAND_OVER));
                    add(parcel, "IN_TRANSIT", clock.instant());
                }
                case TAKE_OUT_FOR_DELIVERY -> {
                    add(parcel, "OUT_FOR_DELIVERY", clock.instant());
                    later(Kind.DELIVER, parcel, nextReport(clock.instant()));
                }
                case DELIVER -> attemptDelivery(parcel, today);
                case FIND_ADDRESS -> {
                    boolean found = !faults.on(SimulatedPartner.CARRIER, Fault.WRONG_ADDRESS);
                    about(found ? Kind.TAKE_OUT_FOR_DELIVERY : Kind.SEND_BACK, parcel);
                }
                case SEND_BACK -> {
                    add(parcel, "RETURNING", clock.instant());
                    later(Kind.RETURN_TO_SENDER, parcel, at(today.plusDays(CARRY_DAYS), MORNING));
                }
                case RETURN_TO_SENDER -> add(parcel, "RETURNED", clock.instant());
                default -> throw new IllegalArgumentException("Not the carrier's: " + kind);
            }
        }

        /** At the recipient's address. */
        private void attemptDelivery(Parcel parcel, LocalDate today) {
            Instant rung = attemptAt(parcel);
            if (faults.on(SimulatedPartner.CARRIER, Fault.LOST)) {
                add(parcel, "LOST", rung);
            } else if (faults.on(SimulatedPartner.CARRIER, Fault.WRONG_ADDRESS)) {
                add(parcel, "ADDRESS_UNKNOWN", rung);
                later(Kind.FIND_ADDRESS, parcel, at(today.plusDays(ADDRESS_DAYS), MORNING));
            } else if (faults.on(SimulatedPartner.CARRIER, Fault.REFUSED)) {
                add(parcel, "REFUSED", rung);
                later(Kind.SEND_BACK, parcel, at(today.plusDays(1), MORNING));
            } else if (faults.on(SimulatedPartner.CARRIER, Fault.ABSENT)) {
                add(parcel, "ABSENT", rung);
                absent.add(parcel.shipNo());
                boolean again = parcel.absences() + 1 < MAX_ABSENCES;
                later(again ? Kind.TAKE_OUT_FOR_DELIVERY : Kind.SEND_BACK, parcel, at(today.plusDays(1), MORNING));
            } else {
                add(parcel, "DELIVERED", rung);
                handedOver(parcel.shipNo(), rung);
            }
        }

        private void add(Parcel parcel, String event, Instant at) {
            empty = false;
            file.add(parcel.trackingNo(), event, seconds(at), parcel.prefecture() + "営業所");
        }

        void later(Kind kind, Parcel parcel, Instant at) {
            next.add(new SimEvent(kind, parcel.shipNo(), 0, at));
        }

        void finish() {
            events.plan(next);
            jdbc.sql("update sim_parcel set absences = absences + 1 where ship_no = any(?)")
                    .param(texts(absent))
                    .update();
            if (!empty) {
                answers.put(SimulatedPartner.CARRIER, "TRACKING", file.text(), false);
            }
        }
    }

    private void handedOver(String shipNo, Instant at) {
        jdbc.sql("update sim_parcel set delivered_at = ? where ship_no = ?")
                .param(OffsetDateTime.ofInstant(at, BusinessClock.TOKYO))
                .param(shipNo)
                .update();
    }

    /** Within the requested time slot, and before the report that contains it. */
    private Instant attemptAt(Parcel parcel) {
        int hour =
                switch (parcel.timeSlot()) {
                    case "AM" -> 11;
                    case "1416" -> 15;
                    case "1618" -> 17;
                    case "1820", "1921" -> 19;
                    default -> 13;
                };
        Instant requested = at(clock.today(), LocalTime.of(hour, 30));
        return requested.isAfter(clock.instant()) ? clock.instant() : requested;
    }

    private static Instant nextReport(Instant from) {
        LocalDateTime local = LocalDateTime.ofInstant(from, BusinessClock.TOKYO);
        LocalDate day = local.toLocalDate();
        if (local.toLocalTime().isBefore(MORNING)) {
            return at(day, MORNING);
        }
        return local.toLocalTime().isBefore(EVENING) ? at(day, EVENING) : at(day.plusDays(1), MORNING);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.TOKYO).toInstant();
    }

    private static OffsetDateTime seconds(Instant at) {
        return OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), BusinessClock.TOKYO);
    }
}
