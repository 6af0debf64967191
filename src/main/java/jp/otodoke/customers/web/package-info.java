/** Customers and postal codes for browsers and for other programs. */
@NullMarked
package jp.otodoke.customers.web;

import org.jspecify.annotations.NullMarked;
