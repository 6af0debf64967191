package jp.otodoke.platform.pages;

import java.util.Map;

/** The one table of colours and icons for states. */
final class Chips {
    private record Look(String tone, String icon) {}

    private static final Look PLAIN = new Look("idle", "circle");

    private static final Map<String, Look> LOOKS = Map.ofEntries(
            look("order.RECEIVED", "idle", "envelope"),
            look("order.IN_REVIEW", "ask", "person-raised-hand"),
            look("order.ON_HOLD", "ask", "pause-circle"),
            look("order.AWAITING_PAYMENT", "wait", "hourglass-split"),
            look("order.AWAITING_STOCK", "wait", "box"),
            look("order.READY", "move", "calendar-check"),
            look("order.DISPATCHED", "move", "building"),
            look("order.SHIPPED", "move", "truck"),
            look("order.DELIVERED", "good", "house-check"),
            look("order.COMPLETED", "good", "check-circle-fill"),
            look("order.RETURNED", "gone", "arrow-return-left"),
            look("order.CANCELLED", "gone", "x-circle"),
            look("shipment.PLANNED", "idle", "calendar"),
            look("shipment.INSTRUCTED", "wait", "send"),
            look("shipment.ACCEPTED", "move", "building-check"),
            look("shipment.CANCEL_PENDING", "ask", "question-circle"),
            look("shipment.SHIPPED", "move", "truck"),
            look("shipment.DELIVERED", "good", "house-check"),
            look("shipment.EXCEPTION", "bad", "exclamation-triangle"),
            look("shipment.RETURNED", "gone", "arrow-return-left"),
            look("shipment.CANCELLED", "gone", "x-circle"),
            look("payment.PENDING", "wait", "hourglass-split"),
            look("payment.AUTHORIZED", "move", "credit-card"),
            look("payment.UNKNOWN", "ask", "question-circle"),
            look("payment.PARTLY_PAID", "wait", "pie-chart"),
            look("payment.PAID", "good", "check-circle-fill"),
            look("payment.FAILED", "bad", "x-octagon"),
            look("payment.REFUNDED", "gone", "arrow-counterclockwise"),
            look("payment.NOTHING_CHARGED", "gone", "slash-circle"),
            look("payment.WRITTEN_OFF", "gone", "slash-circle"),
            look("task.OPEN", "wait", "circle"),
            look("task.CLAIMED", "move", "person-check"),
            look("task.OVERDUE", "bad", "alarm"),
            look("task.DONE", "good", "check-circle-fill"),
            look("deposit.UNMATCHED", "wait", "question-circle"),
            look("deposit.PROPOSED", "ask", "lightbulb"),
            look("deposit.MATCHED", "good", "check-circle-fill"),
            look("customer.ACTIVE", "good", "person-check"),
            look("customer.DORMANT", "gone", "moon"),
            look("customer.ATTENTION", "bad", "exclamation-diamond"),
            look("message.QUEUED", "wait", "hourglass-split"),
            look("message.RECEIVED", "idle", "envelope"),
            look("message.PROCESSING", "move", "arrow-repeat"),
            look("message.SENT", "move", "send"),
            look("message.ACKNOWLEDGED", "good", "check2-all"),
            look("message.PROCESSED", "good", "check-circle-fill"),
            look("message.DONE", "good", "check-circle-fill"),
            look("message.STOPPED", "gone", "stop-circle"),
            look("message.PARTLY", "ask", "exclamation-circle"),
            look("message.DUPLICATE", "gone", "files"),
            look("message.REFUSED", "bad", "x-octagon"),
            look("message.FAILED", "bad", "exclamation-triangle"));

    private Chips() {}

    static Chip of(String kind, Object state) {
        var name = state instanceof Enum<?> e ? e.name() : state.toString();
        var look = LOOKS.getOrDefault(kind + "." + name, PLAIN);
        return new Chip(
                look.tone, look.icon, "status.%s.%s".formatted(kind, name), "status.%s.%s.help".formatted(kind, name));
    }

    private static Map.Entry<String, Look> look(String state, String tone, String icon) {
        return Map.entry(state, new Look(tone, icon));
    }
}
