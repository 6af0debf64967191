/** The technical frame: pages, exports, masking, idempotency, nodes, start-up, the embedded database. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package jp.otodoke.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
