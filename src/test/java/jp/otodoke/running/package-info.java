/** The whole application as a process of its own, met as outsiders meet it. */
@NullMarked
package jp.otodoke.running;

import org.jspecify.annotations.NullMarked;
