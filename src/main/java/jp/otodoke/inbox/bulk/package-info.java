/** Tasks written by the thousand, for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.inbox.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
