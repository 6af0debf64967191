package jp.otodoke.workflow;

import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.BilingualText;

/** Tells whether what the rules of a decision table name exists. */
public interface DecisionCheck {
    /** What results may name besides texts in quotes. */
    Set<String> names();

    /**
     * @param column the name of the output, or of the input that a condition is about
     * @param value a text that a rule gives or asks for
     * @return what is wrong with it; empty if nothing is
     */
    Optional<BilingualText> problem(String column, String value);
}
