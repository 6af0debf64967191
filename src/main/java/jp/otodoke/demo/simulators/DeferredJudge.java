package jp.otodoke.demo.simulators;

import jp.otodoke.shared.BilingualText;

/** How the simulated provider of 後払い judges: by the amount, and by a word in a name or an address. All else is OK. */
final class DeferredJudge {
    private static final long LIMIT = 55_000;

    private DeferredJudge() {}

    /** @param person names and addresses of buyer and destinations */
    static Judgement judge(long amount, String person) {
        if (amount > LIMIT) {
            return new Judgement("20", "NG001");
        }
        if (says(person, "demo.deferred.refused")) {
            return new Judgement("20", "NG999");
        }
        if (says(person, "demo.deferred.hold")) {
            return new Judgement("10", "RE009");
        }
        return new Judgement(says(person, "demo.deferred.review") ? "40" : "00", "");
    }

    private static boolean says(String person, String key) {
        var word = BilingualText.of(key);
        return person.contains(word.japanese()) || person.contains(word.english());
    }

    /** @param hold why it is on hold or refused; empty otherwise */
    record Judgement(String result, String hold) {}
}
