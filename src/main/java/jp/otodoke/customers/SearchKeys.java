package jp.otodoke.customers;

import java.util.Locale;
import java.util.Map;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Normalised forms for comparing and searching customers; never shown. */
public final class SearchKeys {
    /** Variants of one character that people use interchangeably in names; the plain one counts. */
    private static final Map<String, String> VARIANTS = Map.ofEntries(
            Map.entry("髙", "高"),
            Map.entry("﨑", "崎"),
            Map.entry("邊", "辺"),
            Map.entry("邉", "辺"),
            Map.entry("齋", "斎"),
            Map.entry("齊", "斉"),
            Map.entry("濵", "浜"),
            Map.entry("濱", "浜"),
            Map.entry("𠮷", "吉"),
            Map.entry("德", "徳"),
            Map.entry("栁", "柳"),
            Map.entry("桒", "桑"));

    private SearchKeys() {}

    public static String name(@Nullable String name) {
        var key = TextNormalizer.key(name);
        for (var variant : VARIANTS.entrySet()) {
            key = key.replace(variant.getKey(), variant.getValue());
        }
        return key;
    }

    public static String kana(@Nullable String kana) {
        return TextNormalizer.key(TextNormalizer.katakana(kana));
    }

    /** As dialled inside Japan. */
    public static String phone(@Nullable String phone) {
        return PhoneNumbers.key(phone);
    }

    public static String email(@Nullable String email) {
        return TextNormalizer.clean(email).toLowerCase(Locale.ROOT);
    }
}
