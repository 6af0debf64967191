/** 督促: what is done about money that is overdue or has failed, one calendar for each receivable. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: csv",
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
            "orders",
            "payments",
            "fulfilment"
        })
package jp.otodoke.dunning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
