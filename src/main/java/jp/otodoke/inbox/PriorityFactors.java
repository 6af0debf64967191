package jp.otodoke.inbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is at stake with the subjects of a task.
 *
 * @param yen what they are worth
 * @param attention whether a customer among them needs particular care
 * @param persons names, kana and phone numbers by which those who may see them find the task
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

    /** Money that no subject of ours stands for yet is what the task says itself. */
    PriorityFactors orWorth(long said) {
        return yen > 0 ? this : new PriorityFactors(said, attention, persons);
    }
}
