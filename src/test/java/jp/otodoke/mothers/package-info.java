/** The people, products, orders, parcels and payments that tests speak of, and {@link jp.otodoke.mothers.Given}, which brings them about. */
@NullMarked
package jp.otodoke.mothers;

import org.jspecify.annotations.NullMarked;
