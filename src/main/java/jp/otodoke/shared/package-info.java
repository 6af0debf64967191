/** Values and rules that belong to no single module: money, addresses, time, refusals. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package jp.otodoke.shared;

import org.jspecify.annotations.NullMarked;
