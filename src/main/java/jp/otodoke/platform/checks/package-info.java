/** Checks for stalled work, contributed by the modules and run by the watchdog. */
@NullMarked
@NamedInterface("checks")
package jp.otodoke.platform.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
