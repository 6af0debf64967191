/** Runs the checks for stalled work, alerts the team, and notices when a finding is resolved. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: checks",
            "platform :: data",
            "platform :: mail",
            "platform :: nodes",
            "platform :: pages",
            "staff",
            "inbox",
            "workflow"
        })
package jp.otodoke.watchdog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
