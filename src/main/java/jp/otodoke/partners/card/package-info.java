/** The card gateway: calls that are made once, answers that may get lost, and its signed notices. */
@NullMarked
package jp.otodoke.partners.card;

import org.jspecify.annotations.NullMarked;
