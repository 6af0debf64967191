/** The pages of the inbox: the list, one task, decisions for many at once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: data",
            "platform :: export",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff",
            "inbox"
        })
package jp.otodoke.desk.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
