/** 同梱: what goes into which parcel beside the goods, and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: data", "platform :: pages"})
package jp.otodoke.inserts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
