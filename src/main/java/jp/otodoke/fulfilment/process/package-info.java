/** The order, shipment and wave processes: what starts them, the messages they receive, and one bean per step. */
@NullMarked
package jp.otodoke.fulfilment.process;

import org.jspecify.annotations.NullMarked;
