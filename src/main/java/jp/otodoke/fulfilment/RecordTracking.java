package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the carrier's tracking events, which may arrive out of order, repeatedly, or before the parcel is known.
 */
@Component
public class RecordTracking {
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

    @Transactional
    public void record(List<TrackingEvent> tracking) {
        jdbc.sql(
                        """
                        insert into tracking_event (tracking_number, event, at, office)
                        select * from unnest(:numbers::text[], :events::text[], :at::timestamptz[], :offices::text[])
                        on conflict do nothing
                        """)
                .param(
                        "numbers",
                        tracking.stream().map(TrackingEvent::trackingNo).toArray(String[]::new))
                .param("events", tracking.stream().map(e -> e.event().name()).toArray(String[]::new))
                .param("at", tracking.stream().map(e -> e.at().toString()).toArray(String[]::new))
                .param("offices", tracking.stream().map(TrackingEvent::office).toArray(String[]::new))
                .update();
        var numbers = new TreeSet<String>();
        tracking.forEach(e -> numbers.add(e.trackingNo()));
        askAboutUnknown(numbers);
        parcels.evaluate(numbers);
    }

    /**
     * The carrier may report before the warehouse does: the events are stored, and a task is opened in case the
     * ship result never arrives.
     */
    private void askAboutUnknown(TreeSet<String> numbers) {
        var unknown = jdbc.sql(
                        """
                        select n from unnest(:numbers::text[]) n
                         where not exists (select 1 from parcel p where p.tracking_number = n)
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
        for (var number : unknown) {
            inbox.open(NewTask.of(
                            "tracking-unknown",
                            "tracking-unknown:" + number,
                            new Subject(ParcelSubject.KIND, number),
                            BilingualText.of("task.tracking-unknown.reason", number))
                    .dueAt(clock.instant().plus(Duration.ofDays(1))));
        }
    }
}
