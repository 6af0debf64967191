package jp.otodoke.platform.pages;

/** A module's count beside an entry of the navigation: how much work waits there for this person. */
public interface NavBadge {
    /** The entry's path, such as {@code /inbox}. */
    String path();

    long count();
}
