package jp.otodoke.platform.pages;

/**
 * How a state looks on every page.
 *
 * @param tone the colour: {@code idle}, {@code ask}, {@code wait}, {@code move}, {@code good}, {@code bad} or {@code gone}
 * @param icon name of the bootstrap icon; never colour alone
 * @param key message key of its name
 * @param help message key of its explanation
 */
public record Chip(String tone, String icon, String key, String help) {}
