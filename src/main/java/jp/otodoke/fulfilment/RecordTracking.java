package jp.otodoke.fulfilment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the carrier's tracking events, which may arrive out of order, repeatedly, or before the parcel is known.
 */
@Component
public class RecordTracking {
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);
    private static final Duration LONGEST_TRANSIT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Parcels parcels;
    private final Inbox inbox;
    private final BusinessClock clock;

    RecordTracking(JdbcClient jdbc, Parcels parcels, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.parcels = parcels;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @throws InvalidInput if an event is of a moment at which it can't have happened */
    @Transactional
    public void record(List<TrackingEvent> tracking) {
        tracking.forEach(this::refuseImpossibleMoment);
        var numbers = new TreeSet<String>();
        tracking.forEach(e -> numbers.add(e.trackingNo()));
        parcels.reserve(numbers);
        jdbc.sql(
                        """
                        insert into tracking_event (tracking_number, event, at, office)
                        select tracking_key(n), e, a, o
                          from unnest(:numbers::text[], :events::text[], :at::timestamptz[], :offices::text[]) x(n, e, a, o)
                        on conflict do nothing
                        """)
                .param(
                        "numbers",
                        tracking.stream().map(TrackingEvent::trackingNo).toArray(String[]::new))
                .param("events", tracking.stream().map(e -> e.event().name()).toArray(String[]::new))
                .param("at", tracking.stream().map(e -> e.at().toString()).toArray(String[]::new))
                .param("offices", tracking.stream().map(TrackingEvent::office).toArray(String[]::new))
                .update();
        askAboutUnknown(numbers);
        parcels.evaluate(numbers);
    }

    private void refuseImpossibleMoment(TrackingEvent event) {
        var now = clock.instant();
        if (event.at().isAfter(now.plus(CLOCK_TOLERANCE)) || event.at().isBefore(now.minus(LONGEST_TRANSIT))) {
            throw new InvalidInput(
                    "event_at",
                    "invalid",
                    BilingualText.of(
                            "shipment.problem.event-moment",
                            DayFormat.of(LocalDate.ofInstant(event.at(), BusinessClock.TOKYO))));
        }
    }

    static String unknownKey(String trackingKey) {
        return UnknownTrackingTask.TYPE + ":" + trackingKey;
    }

    /**
     * The carrier may report before the warehouse does: the events are stored, and a task is opened in case the
     * ship result never arrives.
     */
    private void askAboutUnknown(TreeSet<String> numbers) {
        var unknown = jdbc.sql(
                        """
                        select distinct on (key) n as written, key
                          from (select n, tracking_key(n) as key from unnest(:numbers::text[]) n) told
                         where not exists (select 1 from parcel p where p.tracking_key = key)
                         order by key, n
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Unknown.class)
                .list();
        for (var number : unknown) {
            inbox.open(NewTask.of(
                            UnknownTrackingTask.TYPE,
                            unknownKey(number.key()),
                            new Subject(ParcelSubject.KIND, number.key()),
                            BilingualText.of("task.tracking-unknown.reason", number.written()))
                    .dueAt(clock.instant().plus(Duration.ofDays(1))));
        }
    }

    private record Unknown(String written, String key) {}
}
