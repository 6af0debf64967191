/** Pages and API of orders. */
@NullMarked
package jp.otodoke.orders.web;

import org.jspecify.annotations.NullMarked;
