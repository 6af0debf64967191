package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;

/**
 * A thing that a task is about.
 *
 * @param kind as its {@link TaskSubject} names it, such as {@code DEPOSIT}
 * @param key as the module that owns it knows it
 */
public record Subject(String kind, String key) {
    /** The kind that the API and the exports have fields of their own for. */
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

    /** As {@link #toString} writes it. */
    static Subject parse(String text) {
        var end = text.indexOf(':');
        return new Subject(text.substring(0, end), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + key;
    }
}
