/** Lists of orders, straight from the database. */
@NullMarked
package jp.otodoke.orders.sql;

import org.jspecify.annotations.NullMarked;
