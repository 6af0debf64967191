/** What the modules ask to have mailed. */
@NullMarked
@NamedInterface("mail")
package jp.otodoke.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
