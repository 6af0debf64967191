/** Where the key comes from. */
@NullMarked
package jp.otodoke.shared.secrets;

import org.jspecify.annotations.NullMarked;
