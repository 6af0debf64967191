/** Small helpers around the database: running numbers, patterns, repetition after a conflict. */
@NullMarked
@NamedInterface("data")
package jp.otodoke.platform.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
