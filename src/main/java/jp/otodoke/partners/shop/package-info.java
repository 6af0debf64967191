/** Order files of shops: three formats, read order by order, placed as our orders. */
@NullMarked
package jp.otodoke.partners.shop;

import org.jspecify.annotations.NullMarked;
