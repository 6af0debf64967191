/** The one list of tasks that need a person, and everything that can be done with a task. */
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
