/** From the start of the process to the ready line. */
@NullMarked
@NamedInterface("start")
package jp.otodoke.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
