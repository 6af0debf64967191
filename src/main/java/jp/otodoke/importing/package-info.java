/** Taking over products and customers in bulk from CSV files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff", "workflow", "customers", "catalog", "inventory"})
package jp.otodoke.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
