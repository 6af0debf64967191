/** Sees what stands still and would not move by itself, tells whom it concerns, and knows when it is over. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared", "staff"})
package jp.otodoke.watchdog;

import org.jspecify.annotations.NullMarked;
