package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.TreeSet;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** Creates tasks about files and records that can't be booked. */
@Component
class PartnerTasks {
    private final Inbox inbox;
    private final List<ReferencedOrders> referenced;

    PartnerTasks(Inbox inbox, List<ReferencedOrders> referenced) {
        this.inbox = inbox;
        this.referenced = referenced;
    }

    void refused(long message, String partner, String fileName, StaffGroup group, FileRefused reason) {
        inbox.open(NewTask.of(
                        RefusedFileTask.TYPE,
                        RefusedFiles.taskKey(message),
                        MessageSubject.of(message),
                        BilingualText.of("partners.task.file-refused", partner(partner), fileName, reason.reason()))
                .inGroup(group)
                .urgent(1));
    }

    void rejected(FileFormat<?> format, Source source, FileRecord<?> bad, FieldProblem problem) {
        var where = problem.field().isEmpty()
                ? BilingualText.of("partners.at-line", bad.line())
                : BilingualText.of("partners.at-line-field", bad.line(), problem.field());
        inbox.open(NewTask.of(
                        RejectedRecordTask.TYPE,
                        recordKey(source.messageId(), bad.line()),
                        RecordSubject.of(source.messageId(), bad.line()),
                        new TaskReason(
                                rejected(format, source, where, problem, bad.beginning()),
                                rejected(format, source, where, problem, Masking.raw(bad.beginning()))))
                .linkedTo(List.of(MessageSubject.of(source.messageId())))
                .linkedTo(Subject.all(
                        Subject.ORDER,
                        orders(bad).stream().map(OrderNumber::value).toList()))
                .inGroup(format.group()));
    }

    /** @param without how many rejected records have no task of their own */
    void moreRejected(FileFormat<?> format, Source source, int without) {
        inbox.open(NewTask.of(
                        MoreRejectedTask.TYPE,
                        MoreRejectedTask.TYPE + ":" + source.messageId(),
                        MessageSubject.of(source.messageId()),
                        BilingualText.of(
                                "partners.task.more-records-rejected",
                                partner(format.partner()),
                                source.fileName(),
                                OwnTasks.MOST,
                                without,
                                (format.quarantines(source) ? "/partners/messages/" : "/imports/")
                                        + source.messageId()))
                .inGroup(format.group())
                .offering(MoreRejectedTask.decisions(format.quarantines(source)))
                .urgent(1));
    }

    private BilingualText rejected(
            FileFormat<?> format, Source source, BilingualText where, FieldProblem problem, String record) {
        return BilingualText.of(
                "partners.task.record-rejected",
                partner(format.partner()),
                source.fileName(),
                where,
                problem.words(),
                record);
    }

    private List<OrderNumber> orders(FileRecord<?> bad) {
        var orders = new TreeSet<OrderNumber>();
        referenced.forEach(found -> orders.addAll(found.of(bad.references())));
        bad.references().stream()
                .filter(r -> r.matches("A\\d{8}"))
                .map(OrderNumber::of)
                .forEach(orders::add);
        return List.copyOf(orders);
    }

    void recordDone(long message, int line) {
        inbox.resolve(recordKey(message, line));
    }

    /** Of records that have a task of their own. */
    void recordsDone(long message, List<Integer> lines) {
        inbox.close(lines.stream().map(line -> recordKey(message, line)).toList());
    }

    private static String recordKey(long message, int line) {
        return "record-rejected:" + message + ":" + line;
    }

    private BilingualText partner(String partner) {
        return BilingualText.of("partner." + partner);
    }
}
