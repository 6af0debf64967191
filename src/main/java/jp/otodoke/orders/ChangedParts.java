package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * Describes what changed in an order, with old and new values. For personal data it only says that something
 * changed, since everyone who may see the order reads it.
 */
@Component
class ChangedParts {

    ChangedParts() {}

    /** The order before the change. */
    record Before(List<OrderLine> lines, List<OrderDestination> destinations, PaymentMethod method, Totals totals) {
        static Before of(Order order) {
            return new Before(order.lines(), order.destinations(), order.paymentMethod(), order.totals());
        }
    }

    BilingualText between(Before before, Order after) {
        var parts = new ArrayList<BilingualText>();
        lines(before.lines(), after.lines(), parts);
        for (int destination = 0;
                destination < before.destinations().size()
                        && destination < after.destinations().size();
                destination++) {
            var several = after.destinations().size() > 1 ? String.valueOf(destination + 1) : "";
            destination(
                    several,
                    before.destinations().get(destination),
                    after.destinations().get(destination),
                    parts);
        }
        if (before.method() != after.paymentMethod()) {
            parts.add(BilingualText.of("order.changed.method", method(before.method()), method(after.paymentMethod())));
        }
        amount("points", before.totals().points(), after.totals().points(), parts);
        amount("discount", before.totals().discount(), after.totals().discount(), parts);
        amount("total", before.totals().total(), after.totals().total(), parts);
        return parts.isEmpty()
                ? BilingualText.of("timeline.changed")
                : BilingualText.of("timeline.changed.parts", BilingualText.list(parts));
    }

    private static void amount(String what, Yen was, Yen is, List<BilingualText> parts) {
        if (!was.equals(is)) {
            parts.add(BilingualText.of("order.changed." + what, was, is));
        }
    }

    private static void lines(List<OrderLine> before, List<OrderLine> after, List<BilingualText> parts) {
        var old = goods(before);
        var now = goods(after);
        var names = names(after);
        names(before).forEach(names::putIfAbsent);
        var all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        for (var article : all) {
            var was = old.getOrDefault(article, Goods.NONE);
            var is = now.getOrDefault(article, Goods.NONE);
            var name = names.getOrDefault(article, article.value());
            if (was.quantity() != is.quantity()) {
                parts.add(BilingualText.of("order.changed.quantity", name, was.quantity(), is.quantity()));
            } else if (!was.amount().equals(is.amount())) {
                parts.add(BilingualText.of("order.changed.amount", name, was.amount(), is.amount()));
            }
        }
        var moved = !destinations(before).equals(destinations(after));
        if (moved && old.equals(now)) {
            parts.add(BilingualText.of("order.changed.line-destinations"));
        }
    }

    private void destination(String destination, OrderDestination was, OrderDestination is, List<BilingualText> parts) {
        if (!was.name().equals(is.name()) || !was.kana().equals(is.kana())) {
            parts.add(BilingualText.of("order.changed.name", destination));
        }
        if (!was.phone().equals(is.phone())) {
            parts.add(BilingualText.of("order.changed.phone", destination));
        }
        if (!was.address().equals(is.address())) {
            var from = was.address().prefecture() + was.address().city();
            var to = is.address().prefecture() + is.address().city();
            parts.add(
                    from.equals(to)
                            ? BilingualText.of("order.changed.address.within", destination, from)
                            : BilingualText.of("order.changed.address", destination, from, to));
        }
        if (!requestedDelivery(was).equals(requestedDelivery(is))) {
            parts.add(BilingualText.of(
                    "order.changed.delivery", destination, requestedDelivery(was), requestedDelivery(is)));
        }
    }

    private BilingualText requestedDelivery(OrderDestination to) {
        var day = to.deliveryDate();
        var slot = TimeSlot.find(to.timeSlot())
                .map(s -> BilingualText.of("slot." + s.code()))
                .orElse(null);
        if (day == null && slot == null) {
            return BilingualText.of("order.changed.delivery.none");
        }
        var parts = new ArrayList<BilingualText>();
        if (day != null) {
            parts.add(DayFormat.of(day));
        }
        if (slot != null) {
            parts.add(slot);
        }
        return BilingualText.joined(" ", parts);
    }

    private BilingualText method(PaymentMethod method) {
        return BilingualText.of("method." + method);
    }

    private static Map<Sku, Goods> goods(List<OrderLine> lines) {
        var goods = new LinkedHashMap<Sku, Goods>();
        lines.forEach(l -> goods.merge(l.sku(), new Goods(l.quantity(), l.amount()), Goods::plus));
        return goods;
    }

    private static Map<Sku, String> names(List<OrderLine> lines) {
        var names = new LinkedHashMap<Sku, String>();
        lines.forEach(l -> names.putIfAbsent(l.sku(), l.name()));
        return names;
    }

    private static List<List<Object>> destinations(List<OrderLine> lines) {
        return lines.stream()
                .map(l -> List.<Object>of(l.sku(), l.destination(), l.quantity()))
                .toList();
    }

    private record Goods(int quantity, Yen amount) {
        static final Goods NONE = new Goods(0, Yen.ZERO);

        Goods plus(Goods other) {
            return new Goods(quantity + other.quantity, amount.plus(other.amount));
        }
    }
}
