/** The first page: what needs the reader, the open work, today's figures. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform :: pages", "staff", "inbox", "watchdog", "orders", "desk.inbox"})
package jp.otodoke.desk.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
