/** Order pages and API. */
@NullMarked
package jp.otodoke.orders.web;

import org.jspecify.annotations.NullMarked;
