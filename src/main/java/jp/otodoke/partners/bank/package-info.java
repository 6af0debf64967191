/** 全銀 files of the bank. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: csv",
            "platform :: files",
            "platform :: personal",
            "inbox",
            "payments",
            "partners.exchange",
            "partners.exchange :: imports"
        })
package jp.otodoke.partners.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
