package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.platform.csv.Mistake;

/** The result of importing one order of a file. */
record OrderOutcome(ReadOrder order, State state, List<Mistake> problems) {
    enum State {
        CREATED,
        EXISTING,
        REJECTED
    }

    static OrderOutcome created(ReadOrder order) {
        return new OrderOutcome(order, State.CREATED, List.of());
    }

    static OrderOutcome existing(ReadOrder order) {
        return new OrderOutcome(order, State.EXISTING, List.of());
    }

    static OrderOutcome rejected(ReadOrder order, List<Mistake> problems) {
        return new OrderOutcome(order, State.REJECTED, List.copyOf(problems));
    }
}
