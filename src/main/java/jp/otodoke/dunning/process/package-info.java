/** The process of a case: the steps of its diagram and the messages to it. */
@NullMarked
package jp.otodoke.dunning.process;

import org.jspecify.annotations.NullMarked;
