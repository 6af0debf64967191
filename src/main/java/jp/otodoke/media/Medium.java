package jp.otodoke.media;

import org.jspecify.annotations.Nullable;

/**
 * An advertisement.
 *
 * @param code as orders carry it
 * @param dialled the telephone number it shows, in digits; null for the common number
 * @param active whether it still brings orders; old codes stay known
 */
public record Medium(String code, String name, @Nullable String dialled, boolean active) {}
