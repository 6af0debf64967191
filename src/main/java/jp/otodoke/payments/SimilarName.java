package jp.otodoke.payments;

import jp.otodoke.shared.TextNormalizer;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How much two spellings of a remitter's name have in common. */
final class SimilarName {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
    /** 株式会社 and its like, whole or as banks abbreviate them, which people leave out or write otherwise. */
    private static final String LEGAL_FORMS = "カブシキガイシヤ|カブシキカイシヤ|ユウゲンガイシヤ|ユウゲンカイシヤ|ゴウドウガイシヤ|ゴウドウカイシヤ";

    private static final String ABBREVIATIONS = "[(（]?[カユド][)）]|[(（][カユド][)）]?";

    private SimilarName() {}

    /** @return percent of the longer name; 0 if one of them is empty */
    static int percent(String one, String other) {
        var a = withoutLegalForm(one);
        var b = withoutLegalForm(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        var longer = Math.max(a.length(), b.length());
        return 100 * (longer - DISTANCE.apply(a, b)) / longer;
    }

    /** The brackets of an abbreviation are gone from a key, so it is taken out before. */
    private static String withoutLegalForm(String name) {
        return RemitterName.key(TextNormalizer.katakana(name).replaceAll(ABBREVIATIONS, ""))
                .replaceAll(LEGAL_FORMS, "");
    }
}
