/** Messages of the files, rendered in both languages. */
@NullMarked
@NamedInterface("text")
package jp.otodoke.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
