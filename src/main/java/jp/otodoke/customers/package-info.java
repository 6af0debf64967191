/** The people who buy: who they are, where they live, what changed about them; postal codes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff"})
package jp.otodoke.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
