/** Bulk import of products and customers from CSV files. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: files",
            "platform :: pages",
            "customers",
            "catalog",
            "inventory",
            "staff",
            "partners.exchange",
            "partners.exchange :: imports"
        })
package jp.otodoke.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
