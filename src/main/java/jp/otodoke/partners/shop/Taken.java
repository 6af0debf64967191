package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.shared.csv.Mistake;

/** What became of one order of a file. */
record Taken(ReadOrder order, State state, List<Mistake> problems) {
    enum State {
        CREATED,
        EXISTING,
        REJECTED
    }

    static Taken created(ReadOrder order) {
        return new Taken(order, State.CREATED, List.of());
    }

    static Taken existing(ReadOrder order) {
        return new Taken(order, State.EXISTING, List.of());
    }

    static Taken rejected(ReadOrder order, List<Mistake> problems) {
        return new Taken(order, State.REJECTED, List.copyOf(problems));
    }
}
