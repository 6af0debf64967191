/** Bulk loading of past cases for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.workflow.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
