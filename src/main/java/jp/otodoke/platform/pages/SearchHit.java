package jp.otodoke.platform.pages;

import org.jspecify.annotations.Nullable;

/**
 * Something that the one search has found.
 *
 * @param kind {@code search.<kind>} is its name
 * @param state shown as a chip of the kind
 * @param exact whether exactly this was asked for, so that it is opened at once
 */
public record SearchHit(
        String kind, String title, @Nullable String state, @Nullable String more, String href, boolean exact) {}
