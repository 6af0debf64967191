package jp.otodoke.platform.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The annotated accessor returns personal data. Pages and API responses show it masked if the reader may not see
 * it; code that calls it gets the clear value.
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

    /** Who needs it for their work depends on whose it is. */
    enum Whose {
        CUSTOMER("PERSONAL_VIEW"),
        /** What is printed on a parcel's label. */
        PARCEL("PARCEL_VIEW");

        private final String permission;

        Whose(String permission) {
            this.permission = permission;
        }

        /** The permission required to see it. */
        public String permission() {
            return permission;
        }
    }
}
