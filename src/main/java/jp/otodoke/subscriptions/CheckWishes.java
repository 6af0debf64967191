package jp.otodoke.subscriptions;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Checks of wishes what can be told without the subscription. */
@Component
class CheckWishes {
    private final CheckItems checkItems;
    private final BusinessClock clock;

    CheckWishes(CheckItems checkItems, BusinessClock clock) {
        this.checkItems = checkItems;
        this.clock = clock;
    }

    /** @throws InvalidInput with all mistakes */
    void check(List<Wish> wishes) {
        var problems = new ArrayList<FieldProblem>();
        if (wishes.isEmpty()) {
            problems.add(new FieldProblem("", "required", BilingualText.of("subscription.problem.nothing")));
        }
        for (var wish : wishes) {
            if (wish instanceof Wish.Items other) {
                checkItems.check(other.items(), "items", problems);
            } else if (wish instanceof Wish.Add more) {
                checkItems.check(more.items(), "addItems", problems);
            } else if (wish instanceof Wish.Day other && !other.day().isAfter(clock.today())) {
                problems.add(
                        new FieldProblem("delivery.date", "invalid", BilingualText.of("subscription.problem.past")));
            } else if (wish instanceof Wish.OtherCycle other
                    && other.first() != null
                    && !other.first().isAfter(clock.today())) {
                problems.add(new FieldProblem("first", "invalid", BilingualText.of("subscription.problem.past")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
