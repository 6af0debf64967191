/** Payment pages and API. */
@NullMarked
package jp.otodoke.payments.web;

import org.jspecify.annotations.NullMarked;
