/** Where the card gateway reaches us. */
@NullMarked
package jp.otodoke.partners.card.web;

import org.jspecify.annotations.NullMarked;
