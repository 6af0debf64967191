package jp.otodoke.inbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is at stake with the subjects of a task.
 *
 * @param yen their total value
 * @param attention whether a customer among them needs special care
 * @param persons names, kana and phone numbers by which authorised staff can find the task
 */
public record PriorityFactors(long yen, boolean attention, List<String> persons) {
    public static final PriorityFactors NONE = new PriorityFactors(0, false, List.of());

    PriorityFactors plus(PriorityFactors other) {
        return new PriorityFactors(
                Math.addExact(yen, other.yen),
                attention || other.attention,
                Stream.concat(persons.stream(), other.persons.stream())
                        .distinct()
                        .toList());
    }

    /** Uses the amount given by the task if its subjects have no value. */
    PriorityFactors orWorth(long reasonMatches) {
        return yen > 0 ? this : new PriorityFactors(reasonMatches, attention, persons);
    }
}
