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

    private static final Pattern ABBREVIATIONS = Pattern.compile(
            "(?:^|(?<=[\\s\\d]))(?:" + FORMS + ")[)）]|[(（](?:" + FORMS + ")[)）]|[(（](?:" + FORMS + ")$");
    private static final Pattern WHOLE_FORMS =
            Pattern.compile("㈱|㈲|カブシキガイシヤ|カブシキカイシヤ|ユウゲンガイシヤ|ユウゲンカイシヤ|ゴウドウガイシヤ|ゴウドウカイシヤ|ゴウシガイシヤ|ゴウシカイシヤ"
                    + "|ゴウメイガイシヤ|ゴウメイカイシヤ|イリヨウホウジン|シヤダンホウジン|ザイダンホウジン|シユウキヨウホウジン|ガツコウホウジン");
    private static final Pattern BRACKET = Pattern.compile("[()（）]");
    private static final Pattern MARKS = Pattern.compile("[\\u3099\\u309A\\u309B\\u309C]");

    private static final char FIRST = 'ァ';
    private static final char LAST = 'ー';
    private static final char LAST_ASCII = '~';
    private static final char[] UNVOICED = unvoiced();

    private PayerKey() {}

    static String of(String name) {
        return folded(withoutLegalForm(name));
    }

    /** The brackets of an abbreviation are gone from a key, so it is taken out before. A name that is nothing else keeps it. */
    static String withoutLegalForm(String name) {
        return withoutLegalForm(name, RemitterName.key(name));
    }

    /** @param plain the key of the name */
    static String withoutLegalForm(String name, String plain) {
        var bare = BRACKET.matcher(name).find()
                ? RemitterName.key(ABBREVIATIONS
                        .matcher(RemitterName.large(TextNormalizer.katakana(name)))
                        .replaceAll(""))
                : plain;
        var left = mayHaveWholeForm(bare) ? WHOLE_FORMS.matcher(bare).replaceAll("") : bare;
        return left.isEmpty() ? plain : left;
    }

    /** Each of them has one of these. */
    private static boolean mayHaveWholeForm(String bare) {
        return bare.contains("イシヤ") || bare.contains("ホウジン") || bare.indexOf('㈱') >= 0 || bare.indexOf('㈲') >= 0;
    }

    static String head(String key) {
        return key.substring(0, Math.min(HEAD, key.length()));
    }

    static String tail(String key) {
        return key.substring(Math.max(0, key.length() - TAIL));
    }

    /** Katakana by a table, anything else as Unicode takes it apart. */
    static String folded(String key) {
        StringBuilder folded = null;
        for (int i = 0; i < key.length(); i++) {
            char letter = key.charAt(i);
            if (letter >= FIRST && letter <= LAST) {
                char plain = UNVOICED[letter - FIRST];
                if (plain != letter) {
                    folded = folded == null ? new StringBuilder(key) : folded;
                    folded.setCharAt(i, plain);
                }
            } else if (letter > LAST_ASCII) {
                return apart(key);
            }
        }
        return folded == null ? key : folded.toString();
    }

    private static char[] unvoiced() {
        var table = new char[LAST - FIRST + 1];
        for (char letter = FIRST; letter <= LAST; letter++) {
            table[letter - FIRST] = apart(String.valueOf(letter)).charAt(0);
        }
        return table;
    }

    private static String apart(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
