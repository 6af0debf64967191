/** The table of bank codes: files of it, and what they change. */
@NullMarked
package jp.otodoke.payments.paper.banks;

import org.jspecify.annotations.NullMarked;
