/** Pages of contracts of direct debits. */
@NullMarked
package jp.otodoke.payments.schedule.web;

import org.jspecify.annotations.NullMarked;
