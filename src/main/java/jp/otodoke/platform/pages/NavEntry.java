package jp.otodoke.platform.pages;

/**
 * One entry of the navigation.
 *
 * @param key its label is {@code nav.<key>}
 * @param count how much work is waiting; zero is not shown
 */
public record NavEntry(String key, String path, String icon, long count, boolean active) {}
