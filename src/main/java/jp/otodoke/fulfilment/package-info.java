/** From a secured order to the customer's door: ship days, shipments, parcels, returns; the processes that lead there. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: checks",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: mail",
            "platform :: pages",
            "platform :: personal",
            "staff",
            "inbox",
            "workflow",
            "customers",
            "catalog",
            "inventory",
            "inserts",
            "orders",
            "payments"
        })
package jp.otodoke.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
