/** Otodoke: a repeat-mail-order business from order to shipment. */
@NullMarked
package jp.otodoke;

import org.jspecify.annotations.NullMarked;
