/** Messages of the files, rendered in both languages. */
@NullMarked
package jp.otodoke.platform.text;

import org.jspecify.annotations.NullMarked;
