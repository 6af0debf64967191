package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.otodoke.shared.DayInWords;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * Says what of an order changed, old and new. Of persons it says only that something changed: everybody who sees the order
 * reads it.
 */
@Component
class ChangedParts {

    ChangedParts() {}

    /** An order as it was before. */
    record Before(List<OrderLine> lines, List<OrderDestination> destinations, PaymentMethod method, long total) {
        static Before of(Order order) {
            return new Before(
                    order.lines(),
                    order.destinations(),
                    order.paymentMethod(),
                    order.totals().total());
        }
    }

    Words between(Before before, Order after) {
        var parts = new ArrayList<Words>();
        lines(before.lines(), after.lines(), parts);
        for (int door = 0;
                door < before.destinations().size()
                        && door < after.destinations().size();
                door++) {
            var several = after.destinations().size() > 1 ? String.valueOf(door + 1) : "";
            destination(
                    several,
                    before.destinations().get(door),
                    after.destinations().get(door),
                    parts);
        }
        if (before.method() != after.paymentMethod()) {
            parts.add(Words.of("order.changed.method", method(before.method()), method(after.paymentMethod())));
        }
        var total = after.totals().total();
        if (before.total() != total) {
            parts.add(Words.of("order.changed.total", Yen.of(before.total()), Yen.of(total)));
        }
        return parts.isEmpty() ? Words.of("timeline.changed") : Words.of("timeline.changed.parts", Words.list(parts));
    }

    private static void lines(List<OrderLine> before, List<OrderLine> after, List<Words> parts) {
        var old = goods(before);
        var now = goods(after);
        var names = names(after);
        names(before).forEach(names::putIfAbsent);
        var all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        for (var article : all) {
            var was = old.getOrDefault(article, Goods.NONE);
            var is = now.getOrDefault(article, Goods.NONE);
            var name = names.getOrDefault(article, article);
            if (was.quantity() != is.quantity()) {
                parts.add(Words.of("order.changed.quantity", name, was.quantity(), is.quantity()));
            } else if (was.amount() != is.amount()) {
                parts.add(Words.of("order.changed.amount", name, Yen.of(was.amount()), Yen.of(is.amount())));
            }
        }
        var moved = !destinations(before).equals(destinations(after));
        if (moved && old.equals(now)) {
            parts.add(Words.of("order.changed.line-destinations"));
        }
    }

    private void destination(String door, OrderDestination was, OrderDestination is, List<Words> parts) {
        if (!was.name().equals(is.name()) || !was.kana().equals(is.kana())) {
            parts.add(Words.of("order.changed.name", door));
        }
        if (!was.phone().equals(is.phone())) {
            parts.add(Words.of("order.changed.phone", door));
        }
        if (!was.address().equals(is.address())) {
            var from = was.address().prefecture() + was.address().city();
            var to = is.address().prefecture() + is.address().city();
            parts.add(
                    from.equals(to)
                            ? Words.of("order.changed.address.within", door, from)
                            : Words.of("order.changed.address", door, from, to));
        }
        if (!wish(was).equals(wish(is))) {
            parts.add(Words.of("order.changed.delivery", door, wish(was), wish(is)));
        }
    }

    private Words wish(OrderDestination to) {
        var day = to.deliveryDate();
        var slot = TimeSlot.find(to.timeSlot())
                .map(s -> Words.of("slot." + s.code()))
                .orElse(null);
        if (day == null && slot == null) {
            return Words.of("order.changed.delivery.none");
        }
        var parts = new ArrayList<Words>();
        if (day != null) {
            parts.add(DayInWords.of(day));
        }
        if (slot != null) {
            parts.add(slot);
        }
        return Words.joined(" ", parts);
    }

    private Words method(PaymentMethod method) {
        return Words.of("method." + method);
    }

    private static Map<String, Goods> goods(List<OrderLine> lines) {
        var goods = new LinkedHashMap<String, Goods>();
        lines.forEach(l -> goods.merge(l.sku(), new Goods(l.quantity(), l.amount()), Goods::plus));
        return goods;
    }

    private static Map<String, String> names(List<OrderLine> lines) {
        var names = new LinkedHashMap<String, String>();
        lines.forEach(l -> names.putIfAbsent(l.sku(), l.name()));
        return names;
    }

    private static List<List<Object>> destinations(List<OrderLine> lines) {
        return lines.stream()
                .map(l -> List.<Object>of(l.sku(), l.destination(), l.quantity()))
                .toList();
    }

    private record Goods(int quantity, long amount) {
        static final Goods NONE = new Goods(0, 0);

        Goods plus(Goods other) {
            return new Goods(quantity + other.quantity, amount + other.amount);
        }
    }
}
