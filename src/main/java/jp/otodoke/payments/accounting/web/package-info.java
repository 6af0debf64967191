/** Ledger, journal, ages and accounts of customers as pages and API. */
@NullMarked
package jp.otodoke.payments.accounting.web;

import org.jspecify.annotations.NullMarked;
