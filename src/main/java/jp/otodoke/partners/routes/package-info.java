/** Runs the Camel routes that carry files to and from partners. */
@NullMarked
package jp.otodoke.partners.routes;

import org.jspecify.annotations.NullMarked;
