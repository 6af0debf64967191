package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * One mistake in an input.
 *
 * @param field where: a JSON path such as {@code lines[0].sku}, or a column name
 * @param code machine-readable kind: {@code required}, {@code unknown}, {@code invalid}, …
 * @param words what to tell a person, in both languages
 */
public record FieldProblem(String field, String code, @JsonIgnore BilingualText words) implements Serializable {
    /** In the reader's language; in Japanese where there is no reader, as in a partner's file. */
    @JsonProperty
    public String message() {
        return words.in(
                LocaleContextHolder.getLocaleContext() == null ? Locale.JAPANESE : LocaleContextHolder.getLocale());
    }

    /** The same mistake at a place within a larger input. */
    public FieldProblem at(String place) {
        return new FieldProblem(place, code, words);
    }
}
