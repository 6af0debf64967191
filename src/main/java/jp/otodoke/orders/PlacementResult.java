package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;

/** @param created false if the channel's order had been accepted before */
public record PlacementResult(OrderNumber orderNumber, boolean created) implements Placement {
    @Override
    public PlacementResult orRefuse() {
        return this;
    }
}
