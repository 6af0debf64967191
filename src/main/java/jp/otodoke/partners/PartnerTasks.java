package jp.otodoke.partners;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.partners.FileFormat.Source;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Wording;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import jp.otodoke.workflow.TaskReason;
import org.springframework.stereotype.Component;

/** Tells staff of files and records that can't be taken. */
@Component
class PartnerTasks {
    /** The codes of mistakes in records that have words of their own. */
    static final Set<String> KINDS = Set.of(
            "required",
            "unknown",
            "invalid",
            "conflict",
            "mismatch",
            "differs",
            "too-long",
            "encoding",
            "length",
            "total",
            "fault");

    private final Inbox inbox;
    private final Wording wording;
    private final FindShipment shipments;

    PartnerTasks(Inbox inbox, Wording wording, FindShipment shipments) {
        this.inbox = inbox;
        this.shipments = shipments;
        this.wording = wording;
    }

    void refused(long message, String partner, String fileName, String group, FileRefused reason) {
        inbox.open(new NewTask(
                "file-refused:" + message,
                "file-refused",
                group,
                wording.say("partners.task.file-refused", partner(partner), fileName, reason.reason()),
                List.of(),
                null,
                1,
                Long.toString(message)));
    }

    void rejected(FileFormat<?> format, Source source, FileRecord<?> bad, FieldProblem problem) {
        var where = problem.field().isEmpty()
                ? wording.say("partners.at-line", bad.line())
                : wording.say("partners.at-line-field", bad.line(), problem.field());
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
        return wording.say(
                "partners.task.record-rejected",
                partner(format.partner()),
                source.fileName(),
                where,
                said(problem),
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
        return wording.say("partner." + partner);
    }

    /** A mistake that a file's format found is written in Japanese only; in English stands what kind of mistake it is. */
    private Words said(FieldProblem problem) {
        var words = problem.words();
        if (!words.english().equals(words.japanese())) {
            return words;
        }
        var kind = KINDS.contains(problem.code()) ? problem.code() : "other";
        return new Words(
                words.japanese(), wording.say("partners.problem." + kind).english());
    }
}
