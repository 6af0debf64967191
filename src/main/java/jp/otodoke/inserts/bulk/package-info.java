/** Insert rules written in bulk, for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.inserts.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
