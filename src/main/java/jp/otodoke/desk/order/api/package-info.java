/** Orders for other programs: {@code /api/v1/orders}. */
@NullMarked
package jp.otodoke.desk.order.api;

import org.jspecify.annotations.NullMarked;
