package jp.otodoke.partners.exchange;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;

/** The result of importing a file of payments. The counts are its records. */
public record PaymentImportReport(int read, int created, int existing, int rejected, List<Mistake> errors) {
    /** In the reader's language. */
    public static PaymentImportReport of(FileImport done) {
        return new PaymentImportReport(
                done.records(),
                done.created(),
                done.existing(),
                done.rejected(),
                done.errors().stream()
                        .map(e -> new Mistake(
                                e.line(),
                                e.position(),
                                e.field(),
                                e.code(),
                                e.words().in(LocaleContextHolder.getLocale())))
                        .toList());
    }

    /**
     * @param record the record's number, from 1
     * @param position the byte within the record, from 1
     */
    public record Mistake(int record, int position, String field, String code, String message) {}
}
