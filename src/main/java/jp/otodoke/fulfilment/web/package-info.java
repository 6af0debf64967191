/** Orders and parcels for other programs and on screen. */
@NullMarked
package jp.otodoke.fulfilment.web;

import org.jspecify.annotations.NullMarked;
