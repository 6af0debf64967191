/** Lists of orders, straight from the database. */
@NullMarked
@org.springframework.modulith.NamedInterface("sql")
package jp.otodoke.orders.sql;

import org.jspecify.annotations.NullMarked;
