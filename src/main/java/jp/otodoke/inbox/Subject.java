package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;

/**
 * Something that a task is about.
 *
 * @param kind as defined by its {@link TaskSubject}, such as {@code DEPOSIT}
 * @param key identifies it in the module that owns it
 */
public record Subject(String kind, String key) {
    /** The kind that has fields of its own in the API and in exports. */
    public static final String ORDER = "ORDER";

    private static final String KIND = "[A-Z][A-Z_]*";

    public Subject {
        if (!kind.matches(KIND) || key.isBlank()) {
            throw new IllegalArgumentException("Not a subject: " + kind + " " + key);
        }
    }

    public static List<Subject> all(String kind, Collection<String> keys) {
        return keys.stream().distinct().map(key -> new Subject(kind, key)).toList();
    }

    /** Parses the format of {@link #toString}. */
    static Subject parse(String text) {
        var end = text.indexOf(':');
        return new Subject(text.substring(0, end), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + key;
    }
}
