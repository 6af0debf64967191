package jp.otodoke.payments;

import java.time.YearMonth;
import java.util.List;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** What should be done before a month of the ledger is closed; each module contributes what it knows. */
public interface MonthEndCheck {
    /** One line for each thing, also where nothing is left. */
    List<Line> lines(YearMonth month);

    /**
     * @param code of the text {@code ledger.check.<code>}
     * @param count how many are left; zero is well
     * @param sum of their amounts; null where there is none
     * @param link to the page where they are dealt with
     * @param blocks whether the month is not closed while something is left
     */
    record Line(String code, long count, @Nullable Yen sum, String link, boolean blocks) {
        public boolean done() {
            return count == 0;
        }
    }
}
