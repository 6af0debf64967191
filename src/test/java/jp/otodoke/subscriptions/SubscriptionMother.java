package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.subscriptions.FirmCalendars.Calendars;
import jp.otodoke.subscriptions.FirmCalendars.Lead;

/** Subscriptions that are only in memory. */
final class SubscriptionMother {
    static final SubscriptionPolicy POLICY = new SubscriptionPolicy(5, 3, Shift.AFTER, 2);

    private static final FirmCalendar.Closed NEVER = new FirmCalendar.Closed(Set.of(), Set.of());
    private static final Calendars ALWAYS_OPEN =
            new Calendars(NEVER, NEVER, Map.of("", new Lead(1, TimeSlot.AM)), POLICY);

    private SubscriptionMother() {}

    static Subscription of(ScheduleRule rule, String first) {
        return Subscription.start(
                SubscriptionNumber.of("S1"),
                CustomerNumber.of("C1"),
                "東京都",
                ALWAYS_OPEN,
                rule,
                LocalDate.parse(first),
                new Terms(List.of(tea(1)), null, null, PaymentMethod.CASH_ON_DELIVERY, null));
    }

    static Subscription monthEnd(String first) {
        return of(new EveryMonths(1, EveryMonths.LAST), first);
    }

    static Item tea(int pieces) {
        return new Item(Sku.of("TEA"), pieces);
    }

    static Item cup(int pieces) {
        return new Item(Sku.of("CUP"), pieces);
    }
}
