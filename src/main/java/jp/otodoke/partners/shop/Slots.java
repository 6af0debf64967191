package jp.otodoke.partners.shop;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.platform.csv.FieldType;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;

/** Delivery slots as shops write them: 午前中, 14時-16時, 14:00～16:00, 1416. */
final class Slots {
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})(?:時|:00)?[-~〜―ー−から]+(\\d{1,2})(?:時|:00)?");

    static final FieldType<TimeSlot> FIELD = FieldType.known("unknown-slot", Slots::find);

    private Slots() {}

    static Optional<TimeSlot> find(String text) {
        var name = TextNormalizer.key(text);
        if (name.equals("am") || name.equals("午前") || name.equals("午前中")) {
            return Optional.of(TimeSlot.AM);
        }
        var hours = HOURS.matcher(name);
        return TimeSlot.find(hours.matches() ? hours.group(1) + hours.group(2) : name);
    }

    static boolean none(String text) {
        var name = TextNormalizer.key(text);
        return name.isEmpty() || name.endsWith("指定なし") || name.equals("なし");
    }

    /** Whether the word means a time at all, supported or not. */
    static boolean looksLike(String word) {
        return find(word).isPresent() || TextNormalizer.key(word).matches("\\d{1,2}(時|:).*|\\d{4}");
    }
}
