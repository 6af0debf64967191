/** Bulk loading of tasks for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.inbox.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
