/** The one search over what the modules have to be found. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform :: pages")
package jp.otodoke.desk.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
