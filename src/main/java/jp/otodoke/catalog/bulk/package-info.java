/** Products written in bulk, for demo data. */
@NullMarked
package jp.otodoke.catalog.bulk;

import org.jspecify.annotations.NullMarked;
