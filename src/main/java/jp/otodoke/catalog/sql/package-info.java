/** Lists of products and charges, read straight from the tables. */
@NullMarked
@NamedInterface("sql")
package jp.otodoke.catalog.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
