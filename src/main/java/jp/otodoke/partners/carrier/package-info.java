/** What the carrier reports of parcels. */
@NullMarked
package jp.otodoke.partners.carrier;

import org.jspecify.annotations.NullMarked;
