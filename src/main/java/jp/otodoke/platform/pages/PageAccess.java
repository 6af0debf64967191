package jp.otodoke.platform.pages;

/**
 * Whether the current user may open a page: read from the same table as the security filter, so that no link leads
 * to a forbidden page.
 */
public interface PageAccess {
    /** @param path such as {@code /orders/new} */
    boolean open(String path);
}
