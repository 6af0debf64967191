package jp.otodoke.partners.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Files and messages of partners as subjects of tasks, by their id in the message log. */
@Component
public class MessageSubject implements TaskSubject {
    public static final String KIND = "MESSAGE";

    private final ExchangedMessages messages;

    MessageSubject(ExchangedMessages messages) {
        this.messages = messages;
    }

    public static Subject of(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/partners/messages/" + key;
    }

    @Override
    public Permission needed() {
        return Permission.PARTNERS_VIEW;
    }

    /** People know a file by its name. */
    @Override
    public Map<String, SubjectLine> lines(Collection<String> keys) {
        var names = messages.fileNames(keys.stream().map(Long::valueOf).toList());
        return keys.stream()
                .filter(key -> names.containsKey(Long.valueOf(key)))
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> new SubjectLine(
                                BilingualText.of("subject.MESSAGE", names.get(Long.valueOf(key))), page(key), null)));
    }
}
