/** What is exchanged with the outsourced warehouse: instructions, cancellations, answers, results, stock. */
@NullMarked
package jp.otodoke.partners.warehouse;

import org.jspecify.annotations.NullMarked;
