/** Documents for customers and the tax office: delivery notes, invoices, receipts, statements, slips, reminders; kept as issued. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff",
            "catalog",
            "customers",
            "orders",
            "payments",
            "fulfilment"
        })
package jp.otodoke.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
