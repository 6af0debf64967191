/** Deposit files over HTTP. */
@NullMarked
package jp.otodoke.partners.bank.web;

import org.jspecify.annotations.NullMarked;
