package jp.otodoke.media;

import org.jspecify.annotations.Nullable;

/**
 * An advertisement.
 *
 * @param code as orders carry it
 * @param dialled the telephone number it shows, in digits; null where it shows the common one
 * @param active whether it still brings orders; an old code stays known
 */
public record Medium(String code, String name, @Nullable String dialled, boolean active) {}
