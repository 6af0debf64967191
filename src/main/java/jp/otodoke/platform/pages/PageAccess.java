package jp.otodoke.platform.pages;

/** Whether the one who looks may open a page: asked of the table that guards the pages, so that no link leads to a closed door. */
public interface PageAccess {
    /** @param path such as {@code /orders/new} */
    boolean open(String path);
}
