/** The single list of tasks that need a person, and all operations on them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: data",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff"
        })
package jp.otodoke.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
