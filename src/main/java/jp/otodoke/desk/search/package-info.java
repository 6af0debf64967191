/** The global search over everything that the modules make searchable. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform :: pages")
package jp.otodoke.desk.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
