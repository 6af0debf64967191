package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;

/** The checks that need more than the file: whether its products are known and its dates are in the future. */
@Component
class OrderChecks {
    private static final Pattern OUR_NUMBER = Pattern.compile("C\\d{7}");

    private final Catalog catalog;
    private final FindCustomer findCustomer;
    private final BusinessClock clock;

    OrderChecks(Catalog catalog, FindCustomer findCustomer, BusinessClock clock) {
        this.catalog = catalog;
        this.findCustomer = findCustomer;
        this.clock = clock;
    }

    /** @param customers of those that orders name by Otodoke's own numbers */
    record Known(Set<Sku> products, Set<CustomerNumber> customers) {}

    /** The known products and customers of these orders. */
    Known known(Collection<ReadOrder> orders) {
        return new Known(products(orders), customers(orders));
    }

    private Set<CustomerNumber> customers(Collection<ReadOrder> orders) {
        return findCustomer
                .all(orders.stream()
                        .map(ReadOrder::order)
                        .flatMap(order -> ourCustomer(order).stream())
                        .collect(Collectors.toSet()))
                .keySet();
    }

    private Set<Sku> products(Collection<ReadOrder> orders) {
        var wanted = orders.stream()
                .flatMap(order -> order.order().items().stream())
                .map(ShopOrder.Item::sku)
                .filter(sku -> !sku.isEmpty())
                .map(Sku::of)
                .collect(Collectors.toSet());
        return catalog.find(wanted, clock.today()).keySet();
    }

    /** All problems of the order, in the order of the lines. */
    List<Mistake> problems(ReadOrder read, Known known) {
        List<Mistake> problems = new ArrayList<>(read.problems());
        var order = read.order();
        for (var item : order.items()) {
            if (!item.sku().isEmpty() && !known.products().contains(Sku.of(item.sku()))) {
                problems.add(
                        read.problem(item.line(), read.columns().sku(), Mistake.UNKNOWN, "unknown-sku", item.sku()));
            }
        }
        if (order.orderedAt() != null
                && order.orderedAt().isAfter(clock.instant().plus(PlaceOrder.AHEAD))) {
            problems.add(read.problem(read.columns().orderedAt(), Mistake.INVALID, "in-the-future"));
        }
        for (var destination : order.destinations()) {
            if (destination.date() != null && destination.date().isBefore(clock.today())) {
                problems.add(read.problem(
                        destination.line(),
                        read.columns().date(),
                        Mistake.INVALID,
                        "in-the-past",
                        destination.date().toString()));
            }
        }
        var latest = clock.today().plusDays(PlaceOrder.LATEST_DELIVERY_DAYS_AHEAD);
        for (var destination : order.destinations()) {
            if (destination.date() != null && destination.date().isAfter(latest)) {
                problems.add(read.problem(
                        destination.line(),
                        read.columns().date(),
                        Mistake.INVALID,
                        "too-far",
                        destination.date().toString()));
            }
        }
        if (ourCustomer(order).filter(c -> !known.customers().contains(c)).isPresent()) {
            problems.add(read.problem(
                    read.columns().member(), Mistake.UNKNOWN, "unknown-customer", String.valueOf(order.member())));
        }
        return problems.stream()
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
    }

    /** A number in Otodoke's own format must exist; others are the shop's. */
    private static Optional<CustomerNumber> ourCustomer(ShopOrder order) {
        var member = order.member();
        return member != null && order.ourMember() && OUR_NUMBER.matcher(member).matches()
                ? Optional.of(CustomerNumber.of(member))
                : Optional.empty();
    }
}
