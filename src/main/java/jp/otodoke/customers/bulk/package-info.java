/** Customers written by the thousand, for demo data. */
@NullMarked
package jp.otodoke.customers.bulk;

import org.jspecify.annotations.NullMarked;
