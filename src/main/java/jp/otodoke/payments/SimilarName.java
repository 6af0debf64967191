package jp.otodoke.payments;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** How much two spellings of a remitter's name have in common. */
final class SimilarName {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private SimilarName() {}

    /** @return percent of the longer name; 0 if one of them is empty */
    static int percent(String one, String other) {
        var a = PayerKey.withoutLegalForm(one);
        var b = PayerKey.withoutLegalForm(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        var longer = Math.max(a.length(), b.length());
        return 100 * (longer - DISTANCE.apply(a, b)) / longer;
    }
}
