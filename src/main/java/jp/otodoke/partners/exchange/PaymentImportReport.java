package jp.otodoke.partners.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
                                e.position() == 0 ? null : e.position(),
                                e.field(),
                                e.code(),
                                e.words().in(LocaleContextHolder.getLocale())))
                        .toList());
    }

    /**
     * @param record the record's number, from 1
     * @param position the byte within the record, from 1; null in files with columns
     */
    public record Mistake(int record, @Nullable Integer position, String field, String code, String message) {}
}
