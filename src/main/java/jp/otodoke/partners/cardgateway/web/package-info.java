/** Where the card gateway reaches us. */
@NullMarked
package jp.otodoke.partners.cardgateway.web;

import org.jspecify.annotations.NullMarked;
