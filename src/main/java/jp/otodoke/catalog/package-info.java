/** What is sold and sent: products, sets, dated prices, tax classes and charges. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff"})
package jp.otodoke.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
