package jp.otodoke.inbox;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.Yen;

/**
 * What is at stake with the subjects of a task.
 *
 * @param yen their total value
 * @param attention whether a customer among them needs special care
 * @param persons names, kana and phone numbers by which authorised staff can find the task
 */
public record PriorityFactors(Yen yen, boolean attention, List<String> persons) {
    public static final PriorityFactors NONE = new PriorityFactors(Yen.ZERO, false, List.of());

    PriorityFactors plus(PriorityFactors other) {
        return new PriorityFactors(
                yen.plus(other.yen),
                attention || other.attention,
                Stream.concat(persons.stream(), other.persons.stream())
                        .distinct()
                        .toList());
    }

    /** Uses the amount given by the task if its subjects have no value. */
    PriorityFactors orWorth(Yen reasonMatches) {
        return yen.isPositive() ? this : new PriorityFactors(reasonMatches, attention, persons);
    }
}
