package jp.otodoke.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of subject contributed by the modules. */
@Component
public class TaskSubjects {
    private final ObjectProvider<TaskSubject> contributed;
    private final CurrentStaff staff;
    private volatile @Nullable Map<String, TaskSubject> byKind;

    TaskSubjects(ObjectProvider<TaskSubject> contributed, CurrentStaff staff) {
        this.contributed = contributed;
        this.staff = staff;
    }

    /** One line per subject, with a link to its page if the reader may see it. */
    public Map<Subject, SubjectLine> lines(Collection<Subject> subjects) {
        var lines = new HashMap<Subject, SubjectLine>();
        perKind(subjects).forEach((kind, keys) -> {
            var subject = byKind().get(kind);
            if (subject == null) {
                keys.forEach(key ->
                        lines.put(new Subject(kind, key), new SubjectLine(BilingualText.asWritten(key), null, null)));
            } else {
                var may = staff.may(subject.needed());
                subject.lines(keys)
                        .forEach((key, line) -> lines.put(new Subject(kind, key), may ? line : line.withoutPage()));
            }
        });
        return lines;
    }

    /** The number of the customer who is or owns the subject. */
    public Optional<CustomerNumber> customerOf(Subject subject) {
        return Optional.ofNullable(byKind().get(subject.kind())).flatMap(kind -> kind.customerOf(subject.key()));
    }

    /**
     * The subject shown in lists: the one with the lowest key of a leading kind, otherwise the task's own subject.
     */
    Subject shown(Subject own, Collection<Subject> all) {
        return all.stream()
                .filter(subject -> {
                    var kind = byKind().get(subject.kind());
                    return kind != null && kind.leading();
                })
                .min(Comparator.comparing(Subject::kind).thenComparing(Subject::key))
                .orElse(own);
    }

    PriorityFactors factors(Collection<Subject> subjects) {
        var keys = perKind(subjects);
        return byKind().values().stream()
                .filter(kind -> keys.containsKey(kind.kind()))
                .map(kind -> kind.factors(keys.getOrDefault(kind.kind(), List.of())))
                .reduce(PriorityFactors.NONE, PriorityFactors::plus);
    }

    /** The kinds whose keys are known to staff. */
    String[] findable() {
        return byKind().values().stream()
                .filter(TaskSubject::findable)
                .map(TaskSubject::kind)
                .toArray(String[]::new);
    }

    private static Map<String, List<String>> perKind(Collection<Subject> subjects) {
        return subjects.stream().distinct().collect(groupingBy(Subject::kind, mapping(Subject::key, toList())));
    }

    private Map<String, TaskSubject> byKind() {
        var known = byKind;
        if (known == null) {
            known = contributed.stream().collect(toMap(TaskSubject::kind, Function.identity()));
            byKind = known;
        }
        return known;
    }
}
