/** Pages and API of the exchange with partners. */
@NullMarked
package jp.otodoke.partners.exchange.web;

import org.jspecify.annotations.NullMarked;
