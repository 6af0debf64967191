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

/** The carrier tells where parcels are. Events may come shuffled, repeated, or before we know the parcel. */
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

    /** The warehouse may be slower than the carrier: the events are kept, and a person looks if nothing follows. */
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
