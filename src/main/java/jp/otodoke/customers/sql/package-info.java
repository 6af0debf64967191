/** Lists of customers, read straight from the tables. */
@NullMarked
@NamedInterface("sql")
package jp.otodoke.customers.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
