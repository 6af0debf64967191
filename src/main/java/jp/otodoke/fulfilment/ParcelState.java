package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import jp.otodoke.fulfilment.TrackingEvent.Kind;

/**
 * Merges a carrier's events into one state: delivered is final, then returned; otherwise the latest event counts,
 * and among events of the same moment the one furthest along. Order of arrival and duplicates make no difference.
 */
final class ParcelState {
    private ParcelState() {}

    static Optional<TrackingEvent> of(Collection<TrackingEvent> events) {
        return first(events, Kind.DELIVERED)
                .or(() -> first(events, Kind.RETURNED))
                .or(() -> events.stream()
                        .max(Comparator.comparing(TrackingEvent::at).thenComparing(TrackingEvent::event)));
    }

    private static Optional<TrackingEvent> first(Collection<TrackingEvent> events, Kind kind) {
        return events.stream().filter(e -> e.event() == kind).min(Comparator.comparing(TrackingEvent::at));
    }
}
