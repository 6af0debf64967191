package jp.otodoke.partners.bank;

import java.util.List;

/**
 * A file of rows in a form of the agency's own.
 *
 * @param headings of the columns, as the first line has them; empty if there is none
 * @param totals whether the last line has the six counts and sums of a 全銀 trailer
 */
record DebitTable(List<DebitColumn> columns, String headings, boolean totals) {
    DebitTable {
        headings = headings == null ? "" : headings;
    }

    /** From 1; 1 of what it does not have. */
    int place(String field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != DebitColumn.EMPTY
                    && columns.get(i).field().name().equals(field)) {
                return i + 1;
            }
        }
        return 1;
    }
}
