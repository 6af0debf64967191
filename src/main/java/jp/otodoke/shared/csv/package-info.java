/** CSV, read and written in one place: character sets, strictness, physical line numbers, fields and their mistakes. */
@NullMarked
package jp.otodoke.shared.csv;

import org.jspecify.annotations.NullMarked;
