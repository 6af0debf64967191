package jp.otodoke.dunning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.ProcessTaskKind;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;

/** A task that the process of a case waits for. */
abstract class DunningTaskKind implements ProcessTaskKind {
    final DunningCases cases;

    DunningTaskKind(DunningCases cases) {
        this.cases = cases;
    }

    abstract BilingualText reason(DunningCase one);

    @Override
    public final String subjectKind() {
        return DunningSubject.KIND;
    }

    @Override
    public final StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public final About about(String businessKey) {
        var one = cases.get(DunningKey.id(businessKey));
        return new About(TaskReason.of(reason(one)), DunningSubject.of(one.id()), links(one), 0, null, Set.of());
    }

    private static List<Subject> links(DunningCase one) {
        return Stream.of(one.order().map(OrderSubject::of), one.customer().map(CustomerSubject::of))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is open in all that these tasks are about. */
    final Yen open(List<OpenTask> tasks) {
        return Yen.sum(
                tasks.stream()
                        .flatMap(task -> task.subjects().stream())
                        .filter(subject -> subject.kind().equals(DunningSubject.KIND))
                        .flatMap(subject -> cases.find(Long.parseLong(subject.key())).stream())
                        .toList(),
                DunningCase::open);
    }
}
