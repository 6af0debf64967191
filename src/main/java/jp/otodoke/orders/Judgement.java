package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.orders.ChannelNumbers.ChannelNumber;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;

/** Which of some orders can be placed; the others are known already, or refused. */
final class Judgement {
    private final Placement[] results;
    private final Map<CustomerNumber, CustomerSummary> customers;
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<ChannelNumber, Integer> first = new HashMap<>();
    private final Map<Integer, Integer> repeated = new HashMap<>();

    /** @param customers those that the orders name */
    Judgement(int orders, Map<CustomerNumber, CustomerSummary> customers) {
        this.results = new Placement[orders];
        this.customers = customers;
    }

    /** An order that can be placed, priced as far as its buyer is known. */
    record Accepted(int index, NewOrder input, PriceBook prices, PricedOrder priced, Reduction reduction) {
        /** A person's own parcel takes what the person did not write from the customer. */
        PricedOrder pricedFor(CustomerSummary customer) {
            return input.buyer() instanceof NewOrder.Known
                    ? priced
                    : prices.reduced(prices.price(input, Recipient.of(customer)), reduction);
        }
    }

    void accept(Accepted order) {
        accepted.add(order);
        ChannelNumber.of(order.input()).ifPresent(number -> first.put(number, order.index()));
    }

    void refuse(int index, RefusedOrder refused) {
        results[index] = refused;
    }

    void existing(int index, OrderNumber number) {
        results[index] = new PlacementResult(number, false);
    }

    /** @return whether an order before this one has the same number of its channel */
    boolean repeats(int index, NewOrder order) {
        var same = ChannelNumber.of(order).map(first::get);
        same.ifPresent(before -> repeated.put(index, before));
        return same.isPresent();
    }

    void placed(int index, OrderNumber number) {
        results[index] = new PlacementResult(number, true);
    }

    List<Accepted> accepted() {
        return accepted;
    }

    Map<CustomerNumber, CustomerSummary> customers() {
        return customers;
    }

    /** Once all accepted orders are placed. */
    List<Placement> results() {
        repeated.forEach(
                (again, before) -> existing(again, results[before].orRefuse().orderNumber()));
        return List.of(results);
    }
}
