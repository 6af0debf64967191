/** Encryption of secrets, and where its key comes from. */
@NullMarked
@NamedInterface("secrets")
package jp.otodoke.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
