package jp.otodoke.platform.pages;

/**
 * How a status looks on every page.
 *
 * @param tone the colour: {@code idle}, {@code ask}, {@code wait}, {@code move}, {@code good}, {@code bad} or
 *     {@code gone}
 * @param icon name of the Bootstrap icon; a colour never stands alone
 * @param key message key of its name
 * @param help message key of its explanation
 */
public record Chip(String tone, String icon, String key, String help) {}
