package jp.otodoke.customers.sql;

import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.customers.SearchKeys;

/** A part of a name or its kana, as the indexes over pairs of characters find it. */
public record NamePart(String key) {
    /** Without spaces, in the plain form of each character, hiragana as katakana. */
    public static NamePart typed(String words) {
        return new NamePart(SearchKeys.kana(SearchKeys.name(words)));
    }

    /** Whether there is anything to look for. */
    public boolean blank() {
        return key.isEmpty();
    }

    /** The pairs come from the index, the comparison then sorts out what has them elsewhere. A blank one finds nobody. */
    public String condition(String name, String kana) {
        return blank() ? "false" : "customer_grams(%1$s, %2$s) @> :nameGrams::text[] and (%1$s like :namePart or %2$s like :namePart)"
                .formatted(name, kana);
    }

    /** What {@link #condition} names. */
    public void putInto(Map<String, Object> values) {
        values.put("nameGrams", grams(key));
        values.put("namePart", "%" + key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    static String[] grams(String key) {
        var characters = key.codePoints().mapToObj(Character::toString).toList();
        return characters.size() == 1
                ? new String[] {key}
                : IntStream.range(1, characters.size())
                        .mapToObj(i -> characters.get(i - 1) + characters.get(i))
                        .toArray(String[]::new);
    }
}
