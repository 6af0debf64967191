/** Values and words that belong to no single module: money, addresses, time, refusals, text in two languages. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.otodoke.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
