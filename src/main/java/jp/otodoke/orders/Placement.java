package jp.otodoke.orders;

import jp.otodoke.shared.InvalidInput;

/** What became of one of many orders. */
public sealed interface Placement permits PlacementResult, RefusedOrder {
    /** @throws InvalidInput if the order was refused */
    PlacementResult orRefuse();
}
