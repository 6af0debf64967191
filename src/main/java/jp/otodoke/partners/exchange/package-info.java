/** The exchange with partners, independent of who they are: outbox, intake, message log, quarantine, expectations. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: checks",
            "platform :: clock",
            "platform :: csv",
            "platform :: data",
            "platform :: export",
            "platform :: files",
            "platform :: invariants",
            "platform :: metrics",
            "platform :: nodes",
            "platform :: pages",
            "platform :: personal",
            "platform :: start",
            "platform :: web",
            "staff",
            "inbox"
        })
package jp.otodoke.partners.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
