/** Advertising media written in bulk, for demo data. */
@NullMarked
package jp.otodoke.media.bulk;

import org.jspecify.annotations.NullMarked;
