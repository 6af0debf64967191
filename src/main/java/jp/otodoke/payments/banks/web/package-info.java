/** Pages of bank codes. */
@NullMarked
package jp.otodoke.payments.banks.web;

import org.jspecify.annotations.NullMarked;
