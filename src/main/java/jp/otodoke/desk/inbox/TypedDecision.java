package jp.otodoke.desk.inbox;

import java.io.Serializable;
import java.util.Map;

/** What a person typed in a decision that was refused, to be shown again. */
record TypedDecision(String decision, String comment, Map<String, String> fields) implements Serializable {}
