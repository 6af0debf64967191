/** Shipment pages and API. */
@NullMarked
package jp.otodoke.fulfilment.web;

import org.jspecify.annotations.NullMarked;
