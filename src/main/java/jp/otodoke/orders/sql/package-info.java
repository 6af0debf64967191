/** Order lists read directly from the database. */
@NullMarked
@NamedInterface("sql")
package jp.otodoke.orders.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
