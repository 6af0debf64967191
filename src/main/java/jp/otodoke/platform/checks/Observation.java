package jp.otodoke.platform.checks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a {@link Check} sees.
 *
 * @param subject names it among its kind, the same at every look: an order's number, a file, a step
 * @param group whose it is: orders, shipping, accounting, marketing or operations
 * @param href the page where it is mended
 * @param since when the trouble began
 * @param facts what the text of the kind fills in after the subject
 */
public record Observation(String subject, String group, @Nullable String href, Instant since, List<String> facts) {}
