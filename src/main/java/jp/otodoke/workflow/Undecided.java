package jp.otodoke.workflow;

import java.util.NoSuchElementException;

/** A decision table gives no answer: none of its rules applies, or the one that does can't be evaluated. */
public final class Undecided extends NoSuchElementException {
    public Undecided(String message) {
        super(message);
    }

    Undecided(String message, Throwable cause) {
        super(message, cause);
    }
}
