package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.payments.DeferredOrder.Goods;
import jp.otodoke.payments.DeferredOrder.Person;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes an order for the provider of 後払い, as it is now. */
@Component
class DescribeDeferredOrder {
    private final FindOrder orders;
    private final FindCustomer customers;
    private final RemainingTotals remainingTotals;

    DescribeDeferredOrder(FindOrder orders, FindCustomer customers, RemainingTotals remainingTotals) {
        this.orders = orders;
        this.customers = customers;
        this.remainingTotals = remainingTotals;
    }

    /** @param amount to be billed: what is not paid in another way */
    DeferredOrder describe(OrderNumber number, Yen amount) {
        var order = orders.get(number);
        var buyer = customers.find(order.customerNumber()).orElseThrow();
        return new DeferredOrder(
                LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO),
                amount,
                person(buyer),
                buyer.email() == null ? order.buyerEmail() : buyer.email(),
                order.destinations().stream()
                        .map(to -> new Person(to.name(), to.kana(), to.phone(), to.address()))
                        .toList(),
                goods(order, amount));
    }

    private static Person person(CustomerSummary buyer) {
        return new Person(buyer.name(), text(buyer.kana()), text(buyer.phone()), buyer.address());
    }

    private List<Goods> goods(Order order, Yen amount) {
        var owed = remainingTotals.owed(order);
        var goods = new ArrayList<Goods>();
        order.lines().forEach(line -> {
            var kept = line.quantity() - line.cancelled() - line.returned();
            if (kept > 0) {
                goods.add(new Goods(line.name(), line.unitPrice(), kept));
            }
        });
        add(goods, "deferred.goods.shipping", owed.shipping());
        add(goods, "deferred.goods.fee", owed.fee());
        add(goods, "deferred.goods.discount", owed.discount().negated());
        add(goods, "deferred.goods.points", owed.points().negated());
        add(goods, "deferred.goods.other", amount.minus(Yen.sum(goods, Goods::amount)));
        return List.copyOf(goods);
    }

    private static void add(List<Goods> goods, String name, Yen price) {
        if (!price.isZero()) {
            goods.add(new Goods(BilingualText.of(name).japanese(), price, 1));
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
