package jp.otodoke;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Rules and formats alone, in milliseconds: no Spring context, no database, no process. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("unit")
@net.jqwik.api.Tag("unit")
public @interface UnitTest {}
