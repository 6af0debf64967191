package jp.otodoke.dunning;

/** How a case is called in the engine: a plain text that does not look like a number of anything else. */
public final class DunningKey {
    private static final String LETTER = "D";

    private DunningKey() {}

    public static String of(long id) {
        return LETTER + id;
    }

    public static long id(String key) {
        return Long.parseLong(key.substring(LETTER.length()));
    }
}
