/** A firm of any size, made up within minutes, for measuring how everything behaves when there is much of it. */
@NullMarked
@NamedInterface("generator")
package jp.otodoke.demo.generator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
