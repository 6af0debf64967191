/** Lists of products and charges, read straight from the tables. */
@NullMarked
@org.springframework.modulith.NamedInterface("sql")
package jp.otodoke.catalog.sql;

import org.jspecify.annotations.NullMarked;
