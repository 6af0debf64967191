package jp.otodoke.importing;

import jp.otodoke.shared.csv.Mistake;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words what is wrong with a file or a line. */
@Component
class Messages {
    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    String text(String key, Object... arguments) {
        return source.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    RowProblem row(Mistake mistake) {
        return new RowProblem(
                mistake.line(),
                mistake.field(),
                mistake.code(),
                text("import.row." + mistake.reason(), mistake.field()));
    }

    RowProblem row(int line, String field, String code) {
        return row(Mistake.of(line, field, code, code));
    }
}
