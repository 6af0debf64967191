package jp.otodoke.platform.pages;

/**
 * How a state looks on every page.
 *
 * @param state kind and name, such as {@code order.SHIPPED}
 * @param tone the colour: {@code idle}, {@code ask}, {@code wait}, {@code move}, {@code good}, {@code bad} or {@code gone}
 * @param icon name of the bootstrap icon; never colour alone
 */
public record StatusChip(String state, String tone, String icon) {}
