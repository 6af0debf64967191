package jp.otodoke.platform.pages;

import java.util.Set;

/**
 * A page that the navigation leads to.
 *
 * @param place its place among all
 * @param group {@code work}, {@code flow} or {@code system}
 * @param key {@code nav.<key>} is its label
 * @param icon name of the bootstrap icon
 * @param forWork the permissions of those who work with it; none means everybody who may open it
 */
public record NavigationEntry(int place, String group, String key, String path, String icon, Set<String> forWork) {
    public NavigationEntry(int place, String group, String key, String path, String icon, String... forWork) {
        this(place, group, key, path, icon, Set.of(forWork));
    }
}
