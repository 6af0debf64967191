/** Files to and from the warehouse: instructions, cancellations, results, stock counts. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: files",
            "platform :: start",
            "inbox",
            "inventory",
            "fulfilment",
            "partners.exchange",
            "partners.exchange :: csv"
        })
package jp.otodoke.partners.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
