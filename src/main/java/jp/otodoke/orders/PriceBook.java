package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.catalog.ChargesOfDay;
import jp.otodoke.catalog.Product;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Prices, tax and charges of one day. Computes prices, tax, shipping and fees of an order, or takes over the amounts set by
 * the shop.
 */
final class PriceBook {
    private final Map<Sku, Product> products;
    private final Map<TaxClass, Integer> percents;
    private final Supplier<ChargesOfDay> charges;

    /** @param charges read only if an order needs them */
    PriceBook(Map<Sku, Product> products, Map<TaxClass, Integer> percents, Supplier<ChargesOfDay> charges) {
        this.products = products;
        this.percents = percents;
        this.charges = SingletonSupplier.of(charges);
    }

    /** @throws InvalidInput listing every line that can't be priced */
    PricedOrder price(NewOrder order, Recipient buyer) {
        var destinations = destinations(order, buyer);
        var lines = lines(order);
        int standard = percents.getOrDefault(TaxClass.STANDARD, 0);
        var fixed = order.amounts();
        if (fixed != null) {
            var totals = Totals.of(
                    lines, fixed.shipping(), fixed.fee(), Yen.ZERO, fixed.discount(), fixed.points(), standard);
            var total = fixed.total();
            if (total != null && !total.equals(totals.total())) {
                throw new InvalidInput(
                        "total", "mismatch", BilingualText.of("order.problem.total", total, totals.total()));
            }
            return new PricedOrder(
                    destinations,
                    lines,
                    totals,
                    Totals.shares(lines, fixed.shipping(), fixed.fee(), fixed.discount(), fixed.points(), standard));
        }
        var shipping = shipping(destinations, lines);
        var goods = Yen.sum(lines, OrderLine::amount);
        var wrapping = wrapping(destinations, lines);
        var fee = order.payment().method() == PaymentMethod.CASH_ON_DELIVERY
                ? wrapping.plus(charges.get().codFee(goods.plus(shipping).plus(wrapping)))
                : wrapping;
        return new PricedOrder(
                destinations,
                lines,
                Totals.of(lines, shipping, fee, wrapping, Yen.ZERO, Yen.ZERO, standard),
                Totals.shares(lines, shipping, fee, Yen.ZERO, Yen.ZERO, standard));
    }

    PricedOrder reduced(PricedOrder priced, Reduction reduction) {
        return reduction.isNone()
                ? priced
                : priced.reducedBy(
                        reduction.discount(), reduction.points(), percents.getOrDefault(TaxClass.STANDARD, 0));
    }

    private static List<OrderDestination> destinations(NewOrder order, Recipient buyer) {
        var home = home(order.buyer(), buyer);
        return order.destinations().stream()
                .map(d -> OrderDestination.of(
                        d.recipient() == null ? home : d.recipient(), d.deliveryDate(), d.timeSlot(), d.packing()))
                .toList();
    }

    /**
     * A registered customer may give a different address with an order; the parcel goes to the address in the
     * order.
     */
    private static Recipient home(NewOrder.Buyer asked, Recipient buyer) {
        if (asked instanceof NewOrder.Person person) {
            var written = person.customer();
            var phone = written.phone() == null ? buyer.phone() : written.phone();
            var kana = written.kana() == null ? buyer.kana() : written.kana();
            return new Recipient(written.name(), kana, phone, written.address());
        }
        return buyer;
    }

    private List<OrderLine> lines(NewOrder order) {
        var problems = new ArrayList<FieldProblem>();
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            var product = products.get(line.sku());
            problems.addAll(problems(i, line, product));
            if (product != null && problems.isEmpty()) {
                var price = line.unitPrice() == null ? product.unitPrice() : line.unitPrice();
                var name = line.name() == null || line.name().isBlank() ? product.name() : line.name();
                int percent = percents.getOrDefault(product.taxClass(), 0);
                lines.add(
                        OrderLine.ordered(line.destination() + 1, product.sku(), name, line.quantity(), price, percent)
                                .packedOf(product.packedOf()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return lines;
    }

    private static List<FieldProblem> problems(int index, NewOrder.Line line, @Nullable Product product) {
        var at = "lines[" + index + "].";
        var problems = new ArrayList<FieldProblem>();
        if (product == null) {
            problems.add(
                    new FieldProblem(at + "sku", "unknown", BilingualText.of("order.problem.sku.unknown", line.sku())));
        } else if (!product.active() && line.unitPrice() == null) {
            problems.add(new FieldProblem(
                    at + "sku", "inactive", BilingualText.of("order.problem.sku.inactive", line.sku())));
        }
        if (line.quantity() < 1 || line.quantity() > 99_999) {
            problems.add(
                    new FieldProblem(at + "quantity", "invalid", BilingualText.of("order.problem.quantity.range")));
        }
        if (line.unitPrice() != null && line.unitPrice().isNegative()) {
            problems.add(new FieldProblem(
                    at + "unitPrice", "invalid", BilingualText.of("order.problem.unit-price.negative")));
        }
        if (line.unitPrice() != null && line.unitPrice().isMoreThan(PlaceOrder.HIGHEST_PRICE)) {
            problems.add(new FieldProblem(
                    at + "unitPrice", "invalid", BilingualText.of("order.problem.unit-price.too-high")));
        }
        return problems;
    }

    /**
     * Each destination with lines costs the shipping fee of its region; the free-shipping threshold applies to the
     * goods of the whole order.
     */
    private Yen shipping(List<OrderDestination> destinations, List<OrderLine> lines) {
        var goods = Yen.sum(lines, OrderLine::amount);
        return served(destinations, lines)
                .map(d -> charges.get().shippingFee(d.address().prefecture(), goods))
                .reduce(Yen.ZERO, Yen::plus);
    }

    private Yen wrapping(List<OrderDestination> destinations, List<OrderLine> lines) {
        var wrapped =
                served(destinations, lines).filter(d -> d.packing().wrap()).count();
        return wrapped == 0 ? Yen.ZERO : charges.get().wrappingFee().times(wrapped);
    }

    private static Stream<OrderDestination> served(List<OrderDestination> destinations, List<OrderLine> lines) {
        return IntStream.range(0, destinations.size())
                .filter(i -> lines.stream().anyMatch(l -> l.destination() == i + 1))
                .mapToObj(destinations::get);
    }
}
