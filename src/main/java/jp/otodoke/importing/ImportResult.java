package jp.otodoke.importing;

import java.util.Comparator;
import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import org.springframework.context.i18n.LocaleContextHolder;

/** The result of an import: each record read was created, existed already, was updated or rejected. */
public record ImportResult(int read, int created, int existing, int updated, int rejected, List<RowProblem> errors) {
    public ImportResult {
        errors = List.copyOf(errors);
    }

    /** In the reader's language, in the order of the lines. */
    public static ImportResult of(FileImport done) {
        return new ImportResult(
                done.records(),
                done.created(),
                done.existing(),
                done.updated(),
                done.rejected(),
                done.errors().stream()
                        .sorted(Comparator.comparingInt(FileImport.Error::line))
                        .map(e -> new RowProblem(
                                e.line(), e.field(), e.code(), e.words().in(LocaleContextHolder.getLocale())))
                        .toList());
    }
}
