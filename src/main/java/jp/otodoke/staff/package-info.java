/** Who works here: people, programs of others, what they may do and what they did. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package jp.otodoke.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
