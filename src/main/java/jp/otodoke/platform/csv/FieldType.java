package jp.otodoke.platform.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a field may hold.
 *
 * @param code the kind of mistake when it holds something else
 * @param reason the sentence for it; its places are what stands in the field, then the arguments
 * @param parse empty where the text is none of these
 */
public record FieldType<T>(String code, String reason, List<String> arguments, Function<String, Optional<T>> parse) {
    public static <T> FieldType<T> of(String reason, Function<String, Optional<T>> parse) {
        return new FieldType<>(Mistake.INVALID, reason, List.of(), parse);
    }

    /** A reference that must exist in Otodoke. */
    public static <T> FieldType<T> known(String reason, Function<String, Optional<T>> parse) {
        return new FieldType<>(Mistake.UNKNOWN, reason, List.of(), parse);
    }

    public FieldType<T> with(String... more) {
        return new FieldType<>(code, reason, List.of(more), parse);
    }
}
