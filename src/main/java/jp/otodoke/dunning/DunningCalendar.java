package jp.otodoke.dunning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a policy plans for a case, as it stands in a decision table: {@code 0 MAIL, 7 MAIL, 14 LETTER, 28 PERSON}. Each is a
 * number of days after the case was opened, never earlier than the one before, and a kind of step.
 */
public record DunningCalendar(List<Entry> entries) {
    private static final int LONGEST = 365;
    private static final int MOST = 20;

    /** When nothing else is known: a person looks at it at once. */
    static final DunningCalendar PERSON_AT_ONCE = new DunningCalendar(List.of(new Entry(0, DunningStepKind.PERSON)));

    /** @throws IllegalArgumentException if it is empty, out of order, or longer than a year or twenty steps */
    public DunningCalendar {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > MOST) {
            throw new IllegalArgumentException("A calendar has 1 to " + MOST + " steps: " + entries.size());
        }
        int before = 0;
        for (var entry : entries) {
            if (entry.day() < before || entry.day() > LONGEST) {
                throw new IllegalArgumentException("Day " + entry.day() + " doesn't follow day " + before);
            }
            before = entry.day();
        }
    }

    /** @throws IllegalArgumentException if it can't be read */
    static DunningCalendar read(String text) {
        var entries = new ArrayList<Entry>();
        for (var part : text.split(",", -1)) {
            var words = part.strip().split("\\s+");
            if (words.length != 2 || !words[0].matches("\\d{1,3}")) {
                throw new IllegalArgumentException("Not a day and a step: " + part.strip());
            }
            entries.add(new Entry(Integer.parseInt(words[0]), kind(words[1])));
        }
        return new DunningCalendar(entries);
    }

    private static DunningStepKind kind(String word) {
        return Arrays.stream(DunningStepKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a step: " + word));
    }

    String written() {
        return entries.stream().map(entry -> entry.day() + " " + entry.kind()).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return written();
    }

    /** @param day after the case was opened; 0 is the same day */
    public record Entry(int day, DunningStepKind kind) {}
}
