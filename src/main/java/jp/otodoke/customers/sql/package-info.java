/** Lists of customers, read straight from the tables. */
@NullMarked
@org.springframework.modulith.NamedInterface("sql")
package jp.otodoke.customers.sql;

import org.jspecify.annotations.NullMarked;
