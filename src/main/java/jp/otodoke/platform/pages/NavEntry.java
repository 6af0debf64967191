package jp.otodoke.platform.pages;

/**
 * One entry of the navigation.
 *
 * @param key {@code nav.<key>} is its label
 * @param count how much work waits there; zero shows nothing
 */
public record NavEntry(String key, String path, String icon, long count, boolean active) {}
