package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.otodoke.shared.Yen;

/** Which of a payer's claims add up to an amount. */
final class ClaimSums {
    /** Of more claims anything adds up. */
    private static final int MOST = 12;

    private ClaimSums() {}

    /** Two or more claims, all of it; the first two such sums, as more than one tells nothing. None if there are many claims. */
    static List<List<Claim>> of(List<Claim> owed, Yen amount) {
        var found = new ArrayList<List<Claim>>();
        if (owed.size() <= MOST) {
            var largestFirst = owed.stream()
                    .sorted(Comparator.comparing(Claim::open).reversed().thenComparing(Claim::number))
                    .toList();
            add(found, largestFirst, 0, amount, List.of());
        }
        return found;
    }

    private static void add(List<List<Claim>> found, List<Claim> owed, int from, Yen left, List<Claim> chosen) {
        if (left.isZero()) {
            if (chosen.size() > 1) {
                found.add(chosen);
            }
            return;
        }
        for (int i = from; i < owed.size() && found.size() < 2; i++) {
            var claim = owed.get(i);
            if (!claim.open().isMoreThan(left)) {
                var more = new ArrayList<>(chosen);
                more.add(claim);
                add(found, owed, i + 1, left.minus(claim.open()), more);
            }
        }
    }
}
