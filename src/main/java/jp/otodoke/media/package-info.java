/** Advertising media: the codes that orders carry, and the telephone number that each advertisement shows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff", "platform :: data", "platform :: pages"})
package jp.otodoke.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
