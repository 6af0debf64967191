package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.TrackingEvent.Kind.ABSENT;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.DELIVERED;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.OUT_FOR_DELIVERY;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.PICKED_UP;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.REFUSED;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.RETURNED;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.RETURNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Carriers tell of a parcel's events late, repeatedly and in any order: it ends where it would have ended anyway. */
@ModuleTest
class ShuffledTrackingTests {
    private final Walk walk;

    @Autowired
    ShuffledTrackingTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @Test
    void aParcelDeliveredAtTheSecondAttemptEndsDeliveredInEveryOrderOfItsTrackingEvents() {
        assertThat(ends(List.of(PICKED_UP, ABSENT, OUT_FOR_DELIVERY, DELIVERED)))
                .containsExactly("DELIVERED at minute 3, order DELIVERED, tasks []");
    }

    @Test
    void aReturnedParcelEndsWithTheSameTaskInEveryOrderOfItsTrackingEvents() {
        assertThat(ends(List.of(ABSENT, REFUSED, RETURNING, RETURNED)))
                .containsExactly("EXCEPTION RETURNED, order SHIPPED, tasks [delivery-trouble]");
    }

    @Test
    void theMergedStateIsTheSameForAllOrdersOfAllEvents() {
        var start = Instant.parse("2026-11-26T00:00:00Z");
        var kinds = TrackingEvent.Kind.values();
        var events = new ArrayList<TrackingEvent>();
        for (int i = 0; i < 7; i++) {
            events.add(new TrackingEvent("4", kinds[i], start.plus(Duration.ofHours(i / 2)), "東京"));
        }

        var states = new TreeSet<String>();
        permutations(events)
                .forEach(order ->
                        states.add(ParcelState.of(order).orElseThrow().event().name()));

        assertThat(states).containsExactly("LOST");
    }

    /** Every order of the news, one by one and the last one twice, each for a parcel of its own. */
    private TreeSet<String> ends(List<TrackingEvent.Kind> life) {
        walk.morning();
        var orders = permutations(life);
        var sku = walk.article(orders.size());
        var ends = new TreeSet<String>();
        for (var order : orders) {
            var number = walk.shipped(OrderMother.of(sku, 1));
            var parcel = walk.parcel(number).number();
            var left = walk.clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var news = new ArrayList<>(order);
            news.add(order.get(order.size() - 1));
            for (var kind : news) {
                var at = left.plus(Duration.ofMinutes(life.indexOf(kind)));
                walk.tracking.record(List.of(new TrackingEvent(Walk.waybill(parcel), kind, at, "東京")));
                walk.settle(parcel);
            }
            ends.add(end(number, left));
        }
        walk.allHolds();
        return ends;
    }

    private String end(OrderNumber order, Instant left) {
        var parcel = walk.parcel(order);
        var delivered = parcel.deliveredAt();
        return parcel.status()
                + (delivered == null
                        ? " " + parcel.deliveryException()
                        : " at minute " + Duration.between(left, delivered).toMinutes())
                + ", order " + walk.status(order) + ", tasks " + walk.tasks(order);
    }

    private static <T> List<List<T>> permutations(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (int i = 0; i < things.size(); i++) {
            var rest = new ArrayList<>(things);
            var first = rest.remove(i);
            for (var tail : permutations(rest)) {
                var one = new ArrayList<T>();
                one.add(first);
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
