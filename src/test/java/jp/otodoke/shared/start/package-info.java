/** What a start needs. */
@NullMarked
package jp.otodoke.shared.start;

import org.jspecify.annotations.NullMarked;
