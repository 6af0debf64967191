/** Lists of customers, read straight from the tables. */
@NullMarked
package jp.otodoke.customers.sql;

import org.jspecify.annotations.NullMarked;
