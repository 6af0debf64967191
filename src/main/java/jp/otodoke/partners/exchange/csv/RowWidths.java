package jp.otodoke.partners.exchange.csv;

import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/** Notes the first row that is not as wide as the header. */
final class RowWidths {
    private @Nullable CsvRow wrong;

    void check(CsvRow row) {
        if (wrong == null && !row.hasAllCells()) {
            wrong = row;
        }
    }

    void refuseWrong() {
        refuseWrongBefore(null);
    }

    /** @param end the last row, which may have another width; null if there is none such */
    void refuseWrongBefore(@Nullable CsvRow end) {
        if (wrong != null && (end == null || wrong.line() != end.line())) {
            throw new FileRefused(
                    "wrong-width",
                    BilingualText.of(
                            "partners.refused.row-width",
                            wrong.line(),
                            wrong.cells().size(),
                            wrong.header().width()));
        }
    }
}
