/** Bulk loading of past payments for demo data. */
@NullMarked
package jp.otodoke.payments.bulk;

import org.jspecify.annotations.NullMarked;
