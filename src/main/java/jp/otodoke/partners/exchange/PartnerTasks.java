package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.text.MessageTexts;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
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
    private final MessageTexts messageTexts;
    private final FindShipment shipments;

    PartnerTasks(Inbox inbox, MessageTexts messageTexts, FindShipment shipments) {
        this.inbox = inbox;
        this.shipments = shipments;
        this.messageTexts = messageTexts;
    }

    void refused(long message, String partner, String fileName, String group, FileRefused reason) {
        inbox.open(new NewTask(
                "file-refused:" + message,
                "file-refused",
                group,
                messageTexts.say("partners.task.file-refused", partner(partner), fileName, reason.reason()),
                List.of(),
                null,
                1,
                Long.toString(message)));
    }

    void rejected(FileFormat<?> format, Source source, FileRecord<?> bad, FieldProblem problem) {
        var where = problem.field().isEmpty()
                ? messageTexts.say("partners.at-line", bad.line())
                : messageTexts.say("partners.at-line-field", bad.line(), problem.field());
        inbox.open(new NewTask(
                recordKey(source.messageId(), bad.line()),
                "record-rejected",
                format.group(),
                new TaskReason(
                        rejected(format, source, where, problem, bad.raw()),
                        rejected(format, source, where, problem, Masking.raw(bad.raw()))),
                orders(bad),
                null,
                0,
                source.messageId() + ":" + bad.line(),
                0));
    }

    private BilingualText rejected(
            FileFormat<?> format, Source source, BilingualText where, FieldProblem problem, String record) {
        return messageTexts.say(
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

    private BilingualText partner(String partner) {
        return messageTexts.say("partner." + partner);
    }

    /** A mistake that a file's format found is written in Japanese only; in English stands what kind of mistake it is. */
    private BilingualText said(FieldProblem problem) {
        var words = problem.words();
        if (!words.english().equals(words.japanese())) {
            return words;
        }
        var kind = KINDS.contains(problem.code()) ? problem.code() : "other";
        return new BilingualText(
                words.japanese(), messageTexts.say("partners.problem." + kind).english());
    }
}
