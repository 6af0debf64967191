/**
 * Fulfilment of secured orders: ship dates, shipments, parcels and returns, with the order and shipment processes.
 */
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
            "platform :: web",
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
