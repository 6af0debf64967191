/** Short messages (SMS) to customers, by the files of a provider. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "dunning",
            "partners.exchange",
            "partners.exchange :: routes"
        })
package jp.otodoke.partners.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
