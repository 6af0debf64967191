/** Advertising media written in bulk, for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.media.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
