/** Taking over products and customers in bulk from CSV files. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "staff",
            "workflow",
            "customers",
            "catalog",
            "inventory",
            "orders",
            "payments",
            "fulfilment",
            "partners",
            "catalog::bulk",
            "customers::bulk",
            "fulfilment::bulk",
            "inserts::bulk",
            "inventory::bulk",
            "media::bulk",
            "orders::bulk",
            "payments::bulk",
            "workflow::bulk"
        })
package jp.otodoke.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
