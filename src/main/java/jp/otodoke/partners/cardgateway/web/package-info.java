/** The webhook of the card gateway. */
@NullMarked
package jp.otodoke.partners.cardgateway.web;

import org.jspecify.annotations.NullMarked;
