/** Insert rules written in bulk, for demo data. */
@NullMarked
package jp.otodoke.inserts.bulk;

import org.jspecify.annotations.NullMarked;
