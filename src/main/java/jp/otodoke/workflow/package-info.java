/** Engine set-up, task inbox, monitoring and retries: the only door between the business and the engine. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared", "staff"})
package jp.otodoke.workflow;

import org.jspecify.annotations.NullMarked;
