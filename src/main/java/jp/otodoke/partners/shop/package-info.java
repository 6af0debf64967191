/** Order files of shop systems, and the import of their orders. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: files",
            "platform :: pages",
            "platform :: personal",
            "staff",
            "inbox",
            "customers",
            "catalog",
            "orders",
            "fulfilment",
            "partners.exchange",
            "partners.exchange :: imports"
        })
package jp.otodoke.partners.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
