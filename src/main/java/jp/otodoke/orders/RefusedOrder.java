package jp.otodoke.orders;

import java.util.List;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;

/**
 * An order that was not placed, and left nothing behind.
 *
 * @param problems fields are named as in the API, such as {@code lines[0].sku}
 */
public record RefusedOrder(List<FieldProblem> problems) implements Placement {
    @Override
    public PlacementResult orRefuse() {
        throw new InvalidInput(problems);
    }
}
