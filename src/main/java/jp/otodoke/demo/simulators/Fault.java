package jp.otodoke.demo.simulators;

import java.util.Locale;

/** How a simulated partner can misbehave. */
public enum Fault {
    SLOW,
    DEAD,
    DUPLICATE,
    HALF_FILE,
    WRONG_TOTALS,
    WRONG_ENCODING,
    ANSWER_LOST,
    ABSENT,
    REFUSED,
    WRONG_ADDRESS,
    LOST;

    /** As written in the API and the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
