/** A company of any size, generated within minutes, to measure how everything behaves with large amounts of data. */
@NullMarked
@NamedInterface("generator")
package jp.otodoke.demo.generator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
