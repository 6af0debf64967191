/** Advertising media: the codes that orders carry, and the telephone number that each advertisement shows. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "staff", "orders"})
package jp.otodoke.media;

import org.jspecify.annotations.NullMarked;
