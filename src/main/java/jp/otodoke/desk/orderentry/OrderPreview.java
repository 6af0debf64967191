package jp.otodoke.desk.orderentry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.otodoke.customers.FindDuplicates.Candidate;
import jp.otodoke.fulfilment.CheckCashLimit.Exceeded;
import jp.otodoke.fulfilment.DeliveryDay;
import jp.otodoke.fulfilment.PreviewShipments.Availability;
import jp.otodoke.fulfilment.PreviewShipments.PreviewedShipment;
import jp.otodoke.media.Medium;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.QuoteOrder.Quote;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A preview of the order in its current form.
 *
 * @param problems everything that prevents it from being placed
 * @param rows one for each row of the form
 * @param shipments what would leave together, and from where
 * @param days one list for each destination, empty if its prefecture is not known yet
 * @param medium that was named; null if it is unknown
 * @param withoutNumber ids of the fields of street and number that contain only the town of the postal code
 * @param change of the total compared with the one shown before
 * @param cashLimit that the order exceeds, though it may be placed; null if it exceeds none
 */
record OrderPreview(
        NewOrder order,
        @Nullable Caller caller,
        List<Candidate> duplicates,
        @Nullable Quote quote,
        List<FieldProblem> problems,
        List<Row> rows,
        List<PreviewedShipment> shipments,
        List<List<DeliveryDay>> days,
        @Nullable Medium medium,
        Set<String> withoutNumber,
        Yen change,
        @Nullable Exceeded cashLimit) {
    /** @param name null if nothing is typed or the code is unknown */
    record Row(@Nullable String name, Yen unitPrice, Yen amount, @Nullable Availability stock, @Nullable String wrong) {
        static final Row EMPTY = new Row(null, Yen.ZERO, Yen.ZERO, null, null);
    }

    /** Whether it matters where the goods leave from: they leave apart, or something waits. */
    public boolean leavesApart() {
        return shipments.size() > days.size() || shipments.stream().anyMatch(one -> !one.complete());
    }

    /** The earliest date available for a destination. */
    public @Nullable DeliveryDay first(int destination) {
        return days.get(destination).stream()
                .filter(DeliveryDay::reachable)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    LocalDate firstDate(int destination) {
        var first = first(destination);
        return first == null ? null : first.date();
    }

    /** The chosen day, for its slots. */
    public @Nullable DeliveryDay chosen(int destination, @Nullable String date) {
        return days.get(destination).stream()
                .filter(d -> d.date().toString().equals(date))
                .findFirst()
                .orElse(null);
    }
}
