package jp.otodoke.importing;

import java.util.Map;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** One record of a file: where it stands, and its fields by the name of their column. */
record Row(long line, Map<String, String> fields) {
    /** Brought to one width, without outer white space; empty where the column is empty. */
    String text(String column) {
        return TextNormalizer.clean(fields.get(column));
    }

    @Nullable
    String orNull(String column) {
        return TextNormalizer.orNull(fields.get(column));
    }
}
