package jp.otodoke.workflow;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a case should stand at a step.
 *
 * @param target within this it is in order
 * @param limit beyond this somebody is to be told
 */
public record StepTarget(
        String process, String step, Duration target, Duration limit, String changedBy, Instant changedAt) {}
