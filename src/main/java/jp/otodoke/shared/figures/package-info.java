/** Figures of the business for those who watch it by machine. */
@NullMarked
package jp.otodoke.shared.figures;

import org.jspecify.annotations.NullMarked;
