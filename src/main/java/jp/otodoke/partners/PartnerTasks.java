package jp.otodoke.partners;

import java.util.List;
import java.util.TreeSet;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.partners.FileFormat.Source;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import jp.otodoke.workflow.TaskReason;
import org.springframework.stereotype.Component;

/** Tells staff of files and records that can't be taken. */
@Component
class PartnerTasks {
    private final Inbox inbox;
    private final FindShipment shipments;

    PartnerTasks(Inbox inbox, FindShipment shipments) {
        this.inbox = inbox;
        this.shipments = shipments;
    }

    void refused(long message, String partner, String fileName, String group, FileRefused reason) {
        inbox.open(new NewTask(
                "file-refused:" + message,
                "file-refused",
                group,
                Words.of("partners.task.file-refused", partner(partner), fileName, reason.reason()),
                List.of(),
                null,
                1,
                Long.toString(message)));
    }

    void rejected(FileFormat<?> format, Source source, FileRecord<?> bad, FieldProblem problem) {
        var where = problem.field().isEmpty()
                ? Words.of("partners.at-line", bad.line())
                : Words.of("partners.at-line-field", bad.line(), problem.field());
        inbox.open(new NewTask(
                recordKey(source.messageId(), bad.line()),
                "record-rejected",
                format.group(),
                new TaskReason(
                        rejected(format, source, where, problem, bad.raw()),
                        rejected(format, source, where, problem, Mask.raw(bad.raw()))),
                orders(bad),
                null,
                0,
                source.messageId() + ":" + bad.line(),
                0));
    }

    private Words rejected(FileFormat<?> format, Source source, Words where, FieldProblem problem, String record) {
        return Words.of(
                "partners.task.record-rejected",
                partner(format.partner()),
                source.fileName(),
                where,
                problem.words(),
                record);
    }

    private List<String> orders(FileRecord<?> bad) {
        var orders = new TreeSet<>(shipments.ordersOf(bad.references()));
        bad.references().stream().filter(r -> r.matches("A\\d{8}")).forEach(orders::add);
        return List.copyOf(orders);
    }

    void recordDone(long message, int line) {
        inbox.cure(recordKey(message, line));
    }

    private static String recordKey(long message, int line) {
        return "record-rejected:" + message + ":" + line;
    }

    private Words partner(String partner) {
        return Words.of("partner." + partner);
    }
}
