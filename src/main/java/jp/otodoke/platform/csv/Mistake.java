package jp.otodoke.platform.csv;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;

/**
 * One mistake in a record of a file.
 *
 * @param line the physical line, the header being 1
 * @param position the byte within the record, from 1, in files without columns; else 0
 * @param field the column's own name in that file; empty where the whole line is meant
 * @param code what kind, machine-readable
 * @param reason what exactly; the key of its sentence among those of the file's format
 * @param arguments fill the sentence from its second place on; the first is the field
 */
public record Mistake(int line, int position, String field, String code, String reason, List<String> arguments) {
    public static final String REQUIRED = "required";
    public static final String INVALID = "invalid";
    public static final String UNKNOWN = "unknown";
    public static final String MISMATCH = "mismatch";

    /** The reason of what was said by somebody else: the arguments are the sentence in both languages. */
    private static final String TEXT = "said";

    public static Mistake of(int line, String field, String code, String reason, String... arguments) {
        return new Mistake(line, 0, field, code, reason, List.of(arguments));
    }

    /** What somebody else has found and said. */
    public static Mistake withText(int line, String field, String code, BilingualText bilingualText) {
        return of(line, field, code, TEXT, bilingualText.japanese(), bilingualText.english());
    }

    /** @param sentences the beginning of the keys of the format's sentences; the first place of each is the field */
    public BilingualText words(String sentences) {
        return reason.equals(TEXT)
                ? new BilingualText(arguments.get(0), arguments.get(1))
                : BilingualText.of(
                        sentences + reason,
                        Stream.concat(Stream.of(field), arguments.stream()).toArray());
    }
}
