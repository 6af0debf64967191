/** From the start of the process to the line that says ready. */
@NullMarked
@NamedInterface("start")
package jp.otodoke.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
