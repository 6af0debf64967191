package jp.otodoke.platform.web;

import java.util.List;

/** One page of a list in an API response. */
public record Paged<T>(List<T> items, Page page) {
    /** @param number from 0 */
    public record Page(int number, int size, long total) {}

    public static <T> Paged<T> of(List<T> items, PageQuery asked, long total) {
        return new Paged<>(items, new Page(asked.number(), asked.size(), total));
    }
}
