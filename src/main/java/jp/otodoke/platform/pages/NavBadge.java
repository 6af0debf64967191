package jp.otodoke.platform.pages;

/** The number beside an entry of the navigation: how much work is waiting there for the current user. */
public interface NavBadge {
    /** The entry's path, such as {@code /inbox}. */
    String path();

    long count();
}
