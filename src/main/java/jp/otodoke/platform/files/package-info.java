/** Files of any size without holding them in memory: their bytes, and long lists that are read from them part by part. */
@NullMarked
@NamedInterface("files")
package jp.otodoke.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
