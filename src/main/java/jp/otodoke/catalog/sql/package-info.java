/** Lists of products and charges, read straight from the tables. */
@NullMarked
package jp.otodoke.catalog.sql;

import org.jspecify.annotations.NullMarked;
