/** Files by which the agency is asked once a month which cards still work (洗替), and its answers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: csv",
            "platform :: files",
            "inbox",
            "payments",
            "partners.exchange",
            "partners.exchange :: imports"
        })
package jp.otodoke.partners.cardupdate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
