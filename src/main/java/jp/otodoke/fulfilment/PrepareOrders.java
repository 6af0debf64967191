package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.SecurePayment;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders that are new in the transaction as far as they come without a person and without waiting: checked, their
 * payment secured, stock allocated, the ship date planned. The steps are those of the process, each for all orders at once,
 * but nothing is read that a new order can't have.
 */
@Component
public class PrepareOrders {
    private final FindOrder orders;
    private final CheckOrder checkOrder;
    private final SecurePayment securePayment;
    private final AllocateOrder allocateOrder;
    private final PlanShipDay planShipDay;
    private final AdvanceOrder advance;

    PrepareOrders(
            FindOrder orders,
            CheckOrder checkOrder,
            SecurePayment securePayment,
            AllocateOrder allocateOrder,
            PlanShipDay planShipDay,
            AdvanceOrder advance) {
        this.orders = orders;
        this.checkOrder = checkOrder;
        this.securePayment = securePayment;
        this.allocateOrder = allocateOrder;
        this.planShipDay = planShipDay;
        this.advance = advance;
    }

    /** What an order waits for. */
    public enum Standing {
        REVIEW,
        PAYMENT,
        STOCK,
        AGREEMENT_ON_DATE,
        SHIP_DAY
    }

    /**
     * @param policy returns the codes of the review reasons for the given inputs
     * @return where each order stands
     */
    @Transactional
    public Map<OrderNumber, Standing> prepare(
            Collection<OrderNumber> numbers, Function<CheckOrder.Inputs, Collection<String>> policy) {
        var standings = new TreeMap<OrderNumber, Standing>();
        checkOrder.checkNew(numbers, policy);
        var checked = orders.all(numbers).stream()
                .filter(Order::checked)
                .map(Order::number)
                .collect(Collectors.toSet());
        stay(numbers, checked, Standing.REVIEW, standings);

        var secured = securePayment.secure(checked);
        var unsecured = stay(checked, secured, Standing.PAYMENT, standings);
        if (!unsecured.isEmpty()) {
            advance.advanceTo(unsecured, OrderStatus.AWAITING_PAYMENT);
        }

        var allocation = allocateOrder.allocateNew(secured);
        var allocated = allocation.orders();
        stay(secured, allocated, Standing.STOCK, standings);

        var reachable = planShipDay.plan(allocated, allocation.planned());
        stay(allocated, reachable, Standing.AGREEMENT_ON_DATE, standings);
        reachable.forEach(number -> standings.put(number, Standing.SHIP_DAY));
        return standings;
    }

    private static Set<OrderNumber> stay(
            Collection<OrderNumber> all,
            Set<OrderNumber> goOn,
            Standing standing,
            Map<OrderNumber, Standing> standings) {
        var left = new HashSet<>(all);
        left.removeAll(goOn);
        left.forEach(number -> standings.put(number, standing));
        return left;
    }
}
