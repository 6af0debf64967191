/** The pages and the API. */
@NullMarked
package jp.otodoke.payments.cards.web;

import org.jspecify.annotations.NullMarked;
