package jp.otodoke.partners.shop;

import java.util.List;

/**
 * A column as a format knows it.
 *
 * @param nth which of several columns of that name, from 0
 */
record Column(String name, int nth, List<String> aliases) {
    static Column of(String name, String... aliases) {
        return new Column(name, 0, List.of(aliases));
    }

    static Column second(String name) {
        return new Column(name, 1, List.of());
    }
}
