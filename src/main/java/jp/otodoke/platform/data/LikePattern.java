package jp.otodoke.platform.data;

/** Patterns for {@code like} that match typed text literally, percent signs and underscores included. */
public final class LikePattern {
    private LikePattern() {}

    public static String beginning(String text) {
        return escaped(text) + "%";
    }

    public static String anywhere(String text) {
        return "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
