/** The process engine: set-up, monitoring, incidents, versions and decision tables. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: checks",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: metrics",
            "platform :: nodes",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff",
            "inbox"
        })
package jp.otodoke.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
