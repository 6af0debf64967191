/** From a secured order to the customer's door: ship days, parcels, the warehouse, the carrier, returns. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "staff",
            "workflow",
            "customers",
            "catalog",
            "inventory",
            "inserts",
            "orders",
            "orders :: sql",
            "payments"
        })
package jp.otodoke.fulfilment;

import org.jspecify.annotations.NullMarked;
