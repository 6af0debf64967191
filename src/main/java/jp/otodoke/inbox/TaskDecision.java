package jp.otodoke.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision made by a person.
 *
 * @param code one of the decisions offered by the task
 * @param parameters additional input of the decision, by field name
 */
public record TaskDecision(
        OpenTask task, String code, @Nullable String comment, Map<String, String> parameters, String staff) {
    /** The content of a field; empty if it was left out. */
    public String input(String field) {
        return parameters.getOrDefault(field, "");
    }

    /** Whether a {@link TaskField.Kind#CHECK} was ticked. */
    public boolean ticked(String field) {
        return input(field).equals("true");
    }
}
