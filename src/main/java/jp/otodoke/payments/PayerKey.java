package jp.otodoke.payments;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.otodoke.shared.TextNormalizer;

/**
 * The reading of a payer as deposits and claims are joined by: as {@link RemitterName#key}, and without legal forms, whole or as
 * banks abbreviate them (法人略語), and voiced marks, which remitters leave out. Equal readings have equal keys; equal keys may
 * be different readings.
 */
final class PayerKey {
    /** Letters at the beginning and at the end: where one of seven differs, one of the two is the same. */
    private static final int HEAD = 4;

    private static final int TAIL = 3;

    /** The longest first. */
    private static final String FORMS =
            "チドク|トクヒ|ドク|ロウム|カンリ|キヨウクミ|セイキヨウ|ロウクミ|ザイ|シヤ|シユウ|ガク|フク|ホゴ|ベン|チユウ|ギヨ|シホウ|ゼイ|ダイ|ノウ|エイ|シユツ|ド|カ|ユ|メ|シ|イ|ソ";

    private static final Pattern ABBREVIATIONS =
            Pattern.compile("(?:^|(?<=[\\s\\d]))(?:" + FORMS + ")[)）]|[(（](?:" + FORMS + ")[)）]|[(（](?:" + FORMS + ")$");
    private static final Pattern WHOLE_FORMS =
            Pattern.compile("カブシキガイシヤ|カブシキカイシヤ|ユウゲンガイシヤ|ユウゲンカイシヤ|ゴウドウガイシヤ|ゴウドウカイシヤ|ゴウシガイシヤ|ゴウシカイシヤ"
                    + "|ゴウメイガイシヤ|ゴウメイカイシヤ|イリヨウホウジン|シヤダンホウジン|ザイダンホウジン|シユウキヨウホウジン|ガツコウホウジン");
    private static final Pattern BRACKET = Pattern.compile("[()（）㈱㈲]");
    private static final Pattern MARKS = Pattern.compile("[\\u3099\\u309A\\u309B\\u309C]");

    private PayerKey() {}

    static String of(String name) {
        return folded(withoutLegalForm(name));
    }

    /** The brackets of an abbreviation are gone from a key, so it is taken out before. A name that is nothing else keeps it. */
    static String withoutLegalForm(String name) {
        var plain = RemitterName.key(name);
        var bare = BRACKET.matcher(name).find()
                ? RemitterName.key(ABBREVIATIONS
                        .matcher(RemitterName.large(TextNormalizer.katakana(name)))
                        .replaceAll(""))
                : plain;
        var left = WHOLE_FORMS.matcher(bare).replaceAll("");
        return left.isEmpty() ? plain : left;
    }

    static String head(String key) {
        return key.substring(0, Math.min(HEAD, key.length()));
    }

    static String tail(String key) {
        return key.substring(Math.max(0, key.length() - TAIL));
    }

    static String folded(String key) {
        return MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD)).replaceAll("");
    }
}
