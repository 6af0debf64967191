package jp.otodoke.shared.pages;

import java.util.Set;

/** A module's count beside an entry of the navigation: how much work waits there for this person. */
public interface WaitingWork {
    /** The entry's path, such as {@code /inbox}. */
    String path();

    /** @param roles the person's roles in lower case */
    long count(Set<String> roles);
}
