package jp.otodoke.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided.
 *
 * @param code one of the decisions that the task offered
 * @param parameters what the decision asks for besides, by the names of its fields
 */
public record TaskDecision(
        OpenTask task, String code, @Nullable String comment, Map<String, String> parameters, String staff) {}
