package jp.otodoke.partners;

import java.util.List;
import java.util.Locale;
import jp.otodoke.partners.FileFormat.Source;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells staff of files and records that can't be taken. */
@Component
class PartnerTasks {
    private final Inbox inbox;
    private final MessageSource texts;

    PartnerTasks(Inbox inbox, MessageSource texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    void refused(long message, String partner, String fileName, String group, FileRefused reason) {
        inbox.open(new NewTask(
                "file-refused:" + message,
                "file-refused",
                group,
                text("partners.task.file-refused", name(partner), fileName, reason.reason()),
                List.of(),
                null,
                1,
                Long.toString(message)));
    }

    void rejected(FileFormat<?> format, Source source, FileRecord<?> bad, FieldProblem problem) {
        var where = problem.field().isEmpty()
                ? text("partners.at-line", bad.line())
                : text("partners.at-line-field", bad.line(), problem.field());
        inbox.open(new NewTask(
                recordKey(source.messageId(), bad.line()),
                "record-rejected",
                format.group(),
                text(
                        "partners.task.record-rejected",
                        name(format.partner()),
                        source.fileName(),
                        where,
                        problem.message(),
                        bad.raw()),
                bad.references().stream().filter(r -> r.matches("A\\d{8}")).toList(),
                null,
                0,
                source.messageId() + ":" + bad.line()));
    }

    void recordDone(long message, int line) {
        inbox.cure(recordKey(message, line));
    }

    private static String recordKey(long message, int line) {
        return "record-rejected:" + message + ":" + line;
    }

    String name(String partner) {
        return text("partner." + partner);
    }

    private String text(String key, Object... arguments) {
        var text = texts.getMessage(key, arguments, key, Locale.JAPANESE);
        return text == null ? key : text;
    }
}
