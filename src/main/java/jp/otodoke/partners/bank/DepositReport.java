package jp.otodoke.partners.bank;

import java.util.List;

/** What the import of a deposit file did. The counts are transfers. */
public record DepositReport(int read, int created, int existing, int rejected, List<Mistake> errors) {
    /**
     * @param record the record's number, from 1
     * @param position the byte within the record, from 1
     */
    public record Mistake(int record, int position, String field, String code, String message) {}
}
