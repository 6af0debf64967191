/** Pages and API of money. */
@NullMarked
package jp.otodoke.payments.web;

import org.jspecify.annotations.NullMarked;
