package jp.otodoke.partners.bank.web;

import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.PaymentImportReport;
import org.jspecify.annotations.Nullable;

/**
 * The result of importing a deposit file. The counts are its transfers.
 *
 * @param batch id of what the file matched by itself, which can be undone together; null if it matched nothing
 */
record DepositImportReport(
        int read,
        int created,
        int existing,
        int rejected,
        List<PaymentImportReport.Mistake> errors,
        @Nullable Long batch) {
    static DepositImportReport of(FileImport done, @Nullable Long batch) {
        var report = PaymentImportReport.of(done);
        return new DepositImportReport(
                report.read(), report.created(), report.existing(), report.rejected(), report.errors(), batch);
    }
}
