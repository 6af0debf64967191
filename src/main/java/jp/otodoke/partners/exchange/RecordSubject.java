package jp.otodoke.partners.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Single records of a partner's file as subjects of tasks, by message and line. */
@Component
class RecordSubject implements TaskSubject {
    static final String KIND = "RECORD";

    private final ExchangedMessages messages;

    RecordSubject(ExchangedMessages messages) {
        this.messages = messages;
    }

    static Subject of(long message, int line) {
        return new Subject(KIND, message + ":" + line);
    }

    static long message(Subject subject) {
        return Long.parseLong(subject.key().split(":")[0]);
    }

    static int line(Subject subject) {
        return Integer.parseInt(subject.key().split(":")[1]);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/partners/messages/" + key.split(":")[0];
    }

    @Override
    public Permission needed() {
        return Permission.PARTNERS_VIEW;
    }

    @Override
    public Map<String, SubjectLine> lines(Collection<String> keys) {
        var records =
                keys.stream().map(key -> new Subject(KIND, key)).distinct().toList();
        var names = messages.fileNames(
                records.stream().map(RecordSubject::message).distinct().toList());
        return records.stream()
                .filter(record -> names.containsKey(message(record)))
                .collect(Collectors.toMap(
                        Subject::key,
                        record -> new SubjectLine(
                                BilingualText.of(
                                        "subject.RECORD", names.get(message(record)), String.valueOf(line(record))),
                                page(record.key()),
                                null)));
    }
}
