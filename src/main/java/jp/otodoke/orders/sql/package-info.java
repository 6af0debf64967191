/** Lists of orders, straight from the database. */
@NullMarked
@NamedInterface("sql")
package jp.otodoke.orders.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
