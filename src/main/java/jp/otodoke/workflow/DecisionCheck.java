package jp.otodoke.workflow;

import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.BilingualText;

/** Tells whether what a decision table and its rules name exists. */
public interface DecisionCheck {
    /** What is known when it is decided: what inputs may ask for, and results may name besides texts in quotes. */
    Set<String> names();

    /** The results that are read; one of another name would decide nothing. */
    Set<String> outputs();

    /**
     * @param column the name of the output, or of the input that a condition is about
     * @param value a text that a rule gives or asks for
     * @return what is wrong with it; empty if nothing is
     */
    Optional<BilingualText> problem(String column, String value);
}
