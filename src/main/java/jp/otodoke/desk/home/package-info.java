/** The first page: what needs the reader, the open work, today's figures. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform :: pages"})
package jp.otodoke.desk.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
