package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import org.springframework.context.i18n.LocaleContextHolder;

/** The result of an import or a dry run. The counts are orders. */
public record ImportReport(int read, int created, int existing, int rejected, List<Mistake> mistakes) {
    /** In the reader's language. */
    public static ImportReport of(FileImport done) {
        return new ImportReport(
                done.records(),
                done.created(),
                done.existing(),
                done.rejected(),
                done.errors().stream()
                        .map(e -> new Mistake(
                                e.line(), e.field(), e.code(), e.words().in(LocaleContextHolder.getLocale()), e.row()))
                        .toList());
    }

    /**
     * @param line the physical line, the header being 1
     * @param field the column's own name
     * @param row the content of that line
     */
    public record Mistake(int line, String field, String code, String message, String row) {}
}
