/** Runs the Camel routes that carry files to and from partners. */
@NullMarked
@NamedInterface("routes")
package jp.otodoke.partners.exchange.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
