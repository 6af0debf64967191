/** Pages and API of points and coupons. */
@NullMarked
package jp.otodoke.loyalty.web;

import org.jspecify.annotations.NullMarked;
