/** The order from receipt to completion: what was ordered by whom, for which door, at what price. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "staff", "workflow", "customers", "catalog"})
package jp.otodoke.orders;

import org.jspecify.annotations.NullMarked;
