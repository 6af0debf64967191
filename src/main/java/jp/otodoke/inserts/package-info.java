/** 同梱: what goes into which parcel beside the goods, and why. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "staff", "workflow", "customers", "catalog"})
package jp.otodoke.inserts;

import org.jspecify.annotations.NullMarked;
