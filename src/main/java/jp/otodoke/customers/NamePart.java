package jp.otodoke.customers;

import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.platform.data.LikePattern;

/**
 * A part of a name or its kana, as the trigram indexes find it: as typed, since names contain hiragana too, and
 * with hiragana as katakana, since people type kana either way.
 */
public record NamePart(String asTyped, String asKana) {
    /** With so many, few candidates are left for the comparison, and each more is looked for in every one of them. */
    private static final int MOST_GRAMS = 30;

    public static NamePart typed(String words) {
        return new NamePart(SearchKeys.name(words), SearchKeys.kana(words));
    }

    /** Whether there is nothing to search for. */
    public boolean blank() {
        return asTyped.isEmpty();
    }

    /** The index finds candidates, the comparison removes those that match elsewhere. A blank search finds nothing. */
    public String condition(String name, String kana) {
        if (blank()) {
            return "false";
        }
        var typed = condition("name", name, kana);
        return asTyped.equals(asKana) ? typed : "(" + typed + " or " + condition("kana", name, kana) + ")";
    }

    private static String condition(String as, String name, String kana) {
        return "(name_grams(%2$s, %3$s) @> :%1$sGrams::text[] and (%2$s like :%1$sPart or %3$s like :%1$sPart))"
                .formatted(as, name, kana);
    }

    /** What {@link #condition} names. */
    public void putInto(Map<String, Object> values) {
        put("name", asTyped, values);
        put("kana", asKana, values);
    }

    private static void put(String as, String key, Map<String, Object> values) {
        values.put(as + "Grams", grams(key));
        values.put(as + "Part", LikePattern.anywhere(key));
    }

    private static String[] grams(String key) {
        var characters = key.codePoints().mapToObj(Character::toString).toList();
        return characters.size() == 1
                ? new String[] {key}
                : IntStream.range(1, characters.size())
                        .mapToObj(i -> characters.get(i - 1) + characters.get(i))
                        .distinct()
                        .limit(MOST_GRAMS)
                        .toArray(String[]::new);
    }
}
