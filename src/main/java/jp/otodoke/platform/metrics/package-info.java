/** Figures of the business for those who watch it by machine. */
@NullMarked
@NamedInterface("metrics")
package jp.otodoke.platform.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
