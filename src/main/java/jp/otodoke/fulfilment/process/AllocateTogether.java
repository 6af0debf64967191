package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.AllocateOrder;
import jp.otodoke.fulfilment.PlanShipDay;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.platform.data.OfTransaction;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.workflow.BeforeDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Orders that learn in one transaction that their payment is secured are allocated and planned together; each of their steps
 * then finds it done. Allocated one by one, they would hold the balances of their articles from the first to the last.
 */
@Component
@Order(2)
class AllocateTogether implements BeforeDelivery {
    private final FindPayment payments;
    private final AllocateOrder allocateOrder;
    private final PlanShipDay planShipDay;
    private final OfTransaction<Done> done = new OfTransaction<>();

    AllocateTogether(FindPayment payments, AllocateOrder allocateOrder, PlanShipDay planShipDay) {
        this.payments = payments;
        this.allocateOrder = allocateOrder;
        this.planShipDay = planShipDay;
    }

    @Override
    public void before(String process, String message, Collection<String> keys) {
        if (!process.equals(OrderProcess.PROCESS) || !message.equals(OrderProcess.PAYMENT_SECURED)) {
            return;
        }
        var secured = payments.all(keys.stream().map(OrderNumber::of).toList()).stream()
                .filter(Payment::secured)
                .map(Payment::orderNumber)
                .collect(Collectors.toSet());
        var allocated = allocateOrder.allocate(secured);
        planShipDay.plan(allocated);
        done.set(new Done(
                new HashMap<>(secured.stream().collect(Collectors.toMap(order -> order, allocated::contains))),
                new HashSet<>(allocated)));
    }

    /** Whether everything open of an order is allocated; null if it is not known yet. Asked again, it is to be done again. */
    @Nullable
    Boolean takeAllocated(OrderNumber order) {
        var mine = done.get();
        return mine == null ? null : mine.allocated().remove(order);
    }

    /** Whether the ship day of an order is planned. Asked again, it is to be done again. */
    boolean takePlanned(OrderNumber order) {
        var mine = done.get();
        return mine != null && mine.planned().remove(order);
    }

    private record Done(Map<OrderNumber, Boolean> allocated, Set<OrderNumber> planned) {}
}
