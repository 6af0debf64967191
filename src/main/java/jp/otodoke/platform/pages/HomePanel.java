package jp.otodoke.platform.pages;

/**
 * A panel of the first page: the fragment {@code panel} of the module's own template.
 *
 * @param position where on the page it stands
 * @param place its place among those in the same position
 * @param template such as {@code orders/home-flow}
 * @param content parameter of the fragment
 */
public record HomePanel(Position position, int place, String template, Object content) {
    public enum Position {
        ABOVE_FIGURES,
        BELOW_FIGURES,
        BESIDE_CHARTS
    }
}
