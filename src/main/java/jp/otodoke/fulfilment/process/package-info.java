/** The processes from order to door: what starts them, what moves them, and one bean per step. */
@NullMarked
package jp.otodoke.fulfilment.process;

import org.jspecify.annotations.NullMarked;
