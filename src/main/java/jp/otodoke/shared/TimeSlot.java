package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The carrier's delivery slots of a day; the code is what files and the API carry. */
public enum TimeSlot {
    AM("AM"),
    FROM_14("1416"),
    FROM_16("1618"),
    FROM_18("1820"),
    FROM_19("1921");

    private final String code;

    TimeSlot(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Empty when no slot has this code. */
    public static Optional<TimeSlot> find(@Nullable String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException when no slot has this code */
    @JsonCreator
    public static TimeSlot of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("Not a time slot: " + code));
    }
}
