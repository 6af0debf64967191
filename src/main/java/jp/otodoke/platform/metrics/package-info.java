/** Business metrics for monitoring systems. */
@NullMarked
@NamedInterface("metrics")
package jp.otodoke.platform.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
