package jp.otodoke.platform.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this answers is personal data. Pages and API answers get it masked where the one who looks may not see it; code
 * that calls it directly gets the clear value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
public @interface Personal {
    Kind value();

    Whose of() default Whose.CUSTOMER;

    /** How it is masked. */
    enum Kind {
        NAME,
        PHONE,
        EMAIL,
        /** An {@code Address}, or a text of one. */
        ADDRESS,
        DATE,
        /** Free text that may hold anything. */
        TEXT
    }

    /** Who needs it for their work differs. */
    enum Whose {
        CUSTOMER("PERSONAL_VIEW"),
        /** What stands on the label of a parcel. */
        PARCEL("PARCEL_VIEW");

        private final String permission;

        Whose(String permission) {
            this.permission = permission;
        }

        /** The permission that shows it. */
        public String permission() {
            return permission;
        }
    }
}
