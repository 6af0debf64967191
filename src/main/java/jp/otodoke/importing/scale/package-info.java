/** A firm of any size, made up within minutes, for measuring how everything behaves when there is much of it. */
@NullMarked
@org.springframework.modulith.NamedInterface("scale")
package jp.otodoke.importing.scale;

import org.jspecify.annotations.NullMarked;
