package jp.otodoke.platform.data;

/** Patterns for {@code like} in which what somebody typed stands for itself, percent signs and underscores too. */
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
