package jp.otodoke.desk.order;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import jp.otodoke.orders.ChangeOrder.Changes;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Totals;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The editable content of an order in its current state.
 *
 * @param coupon code of the one that it uses; null if it uses none
 * @param pricedByShop whether points and discount are those of a shop, which nobody changes
 */
public record EditableOrder(
        OrderStatus status,
        String buyer,
        List<OrderDestination> destinations,
        List<OrderLine> lines,
        PaymentMethod method,
        Totals totals,
        @Nullable String coupon,
        boolean pricedByShop) {
    public Yen total() {
        return totals.total();
    }

    /** Who would pay the driver in the buyer's place if these changes were made. */
    List<String> recipientsWhoPay(Changes wanted) {
        if (Objects.requireNonNullElse(wanted.method(), method) != PaymentMethod.CASH_ON_DELIVERY) {
            return List.of();
        }
        var recipient = wanted.recipient();
        return IntStream.range(0, destinations.size())
                .mapToObj(i -> recipient != null && i == wanted.destination()
                        ? recipient.name()
                        : destinations.get(i).name())
                .filter(name -> !OrderDestination.isSamePerson(name, buyer))
                .distinct()
                .toList();
    }
}
