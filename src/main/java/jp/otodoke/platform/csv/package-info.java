/** CSV, read and written in one place: character sets, strictness, physical line numbers, fields and their mistakes. */
@NullMarked
@NamedInterface("csv")
package jp.otodoke.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
