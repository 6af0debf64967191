/** The staff's pages that combine several modules, in one nested module each. */
@NullMarked
package jp.otodoke.desk;

import org.jspecify.annotations.NullMarked;
