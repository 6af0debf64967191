package jp.otodoke.platform.pages;

/**
 * What pages ask of whoever opens them: read from the same table as the security filter, so that no link leads to a
 * forbidden page.
 */
public interface PageAccess {
    /**
     * The permission that opening a page asks for.
     *
     * @param path such as {@code /orders/new}
     */
    String permission(String path);
}
