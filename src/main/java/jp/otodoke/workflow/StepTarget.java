package jp.otodoke.workflow;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a case should stay at a step.
 *
 * @param target expected maximum
 * @param limit beyond this a finding is reported
 */
public record StepTarget(
        String process, String step, Duration target, Duration limit, String changedBy, Instant changedAt) {}
