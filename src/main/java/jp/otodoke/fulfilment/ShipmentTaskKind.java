package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.ProcessTaskKind;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/** A kind of task that the shipment process waits for. */
abstract class ShipmentTaskKind implements ProcessTaskKind {
    private final String type;
    private final Map<String, DecisionEffect> effects;
    private final FindShipment shipments;
    private final OrderConsequences consequences;

    /** @param effects effects of the decisions that concern whole orders */
    ShipmentTaskKind(
            String type, Map<String, DecisionEffect> effects, FindShipment shipments, OrderConsequences consequences) {
        this.type = type;
        this.effects = effects;
        this.shipments = shipments;
        this.consequences = consequences;
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final String subjectKind() {
        return ShipmentSubject.KIND;
    }

    @Override
    public final StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    abstract BilingualText reason(Shipment shipment);

    int priority() {
        return 0;
    }

    @Nullable
    String proposed(Shipment shipment) {
        return null;
    }

    Set<String> unsuitable(Shipment shipment) {
        return Set.of();
    }

    @Override
    public About about(String key) {
        var shipment = shipments.get(ShipmentNumber.of(key));
        return new About(
                TaskReason.of(reason(shipment)),
                ShipmentSubject.of(shipment.number()),
                OrderSubject.all(shipment.orderNumbers()),
                priority(),
                proposed(shipment),
                unsuitable(shipment));
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var effect = effects.get(decision);
        return effect == null ? BilingualText.asWritten("") : consequences.of(effect, tasks);
    }
}
