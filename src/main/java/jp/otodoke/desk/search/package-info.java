/** The global search over orders, shipments, customers and deposits. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform :: pages", "platform :: personal", "customers", "payments"})
package jp.otodoke.desk.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
