/** Pages and API of parcels. */
@NullMarked
package jp.otodoke.fulfilment.web;

import org.jspecify.annotations.NullMarked;
