package jp.otodoke.importing;

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

    RowProblem row(long line, String field, String code) {
        return new RowProblem(line, field, code, text("import.row." + code, field));
    }
}
