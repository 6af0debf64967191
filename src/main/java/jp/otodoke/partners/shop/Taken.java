package jp.otodoke.partners.shop;

import java.util.List;

/** What became of one order of a file. */
record Taken(ReadOrder order, State state, List<Problem> problems) {
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

    static Taken rejected(ReadOrder order, List<Problem> problems) {
        return new Taken(order, State.REJECTED, List.copyOf(problems));
    }
}
