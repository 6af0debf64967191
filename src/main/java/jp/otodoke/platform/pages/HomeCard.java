package jp.otodoke.platform.pages;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the first page, and whose work it belongs to.
 *
 * @param place its place among all
 * @param name {@code home.card.<name>} is its title
 * @param icon name of the bootstrap icon
 * @param forWork the permissions of those whose work it is, any of them
 * @param figure counted only for those who see it
 */
public record HomeCard(int place, String name, String icon, Set<String> forWork, Supplier<Figure> figure) {
    /**
     * What stands on the card.
     *
     * @param href where what is behind the figure is listed
     * @param note below the figure
     * @param noteValues the values of the text {@code home.card.<name>.note}, where the note is a sentence
     * @param late whether it calls for attention
     * @param zero whether there is nothing
     */
    public record Figure(
            String href,
            String value,
            @Nullable String note,
            @Nullable List<Object> noteValues,
            boolean late,
            boolean zero) {
        public static Figure of(String href, String value, boolean zero) {
            return new Figure(href, value, null, null, false, zero);
        }

        public Figure noted(String text) {
            return new Figure(href, value, text, null, late, zero);
        }

        public Figure explained(Object... values) {
            return new Figure(href, value, null, List.of(values), late, zero);
        }

        public Figure late(boolean isLate) {
            return new Figure(href, value, note, noteValues, isLate, zero);
        }
    }
}
