package jp.otodoke.partners.shop;

import java.util.List;

/** What an import did, or would do. The counts are orders. */
public record ImportReport(int read, int created, int existing, int rejected, List<Mistake> mistakes) {
    /**
     * @param line the physical line, the header being 1
     * @param field the column's own name
     * @param row what stands in that line
     */
    public record Mistake(int line, String field, String code, String message, String row) {}
}
