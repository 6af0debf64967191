package jp.otodoke.platform.checks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a {@link Check} found.
 *
 * @param subject identifies it among its kind, the same in every run: an order number, a file, a step
 * @param group the team that resolves it: orders, shipping, accounting, marketing or operations
 * @param href the page on which it is resolved
 * @param since when the problem began
 * @param facts arguments of the text, after the subject
 */
public record Observation(String subject, String group, @Nullable String href, Instant since, List<String> facts) {}
