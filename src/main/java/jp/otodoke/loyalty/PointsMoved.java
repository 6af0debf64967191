package jp.otodoke.loyalty;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Points of customers have become more or fewer. Published in the same transaction. */
public record PointsMoved(List<Moved> moves) {
    /**
     * @param name of this movement and no other
     * @param amount one point is one yen; negative where customers have fewer
     */
    public record Moved(String name, PointKind kind, Yen amount, @Nullable OrderNumber order) {}
}
