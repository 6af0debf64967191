package jp.otodoke.platform.export;

import org.jspecify.annotations.Nullable;

/** What a list is filtered by, as asked for: {@code status=READY q=山田}. What is not given is omitted. */
public record FilterText(String text) {
    public static final FilterText ALL = new FilterText("");

    public FilterText with(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        var one = name + "=" + value.toString().strip();
        return new FilterText(text.isEmpty() ? one : text + " " + one);
    }
}
