/** Deposits as the bank reports them: 全銀 files of fixed length, checked as a whole, booked once. */
@NullMarked
package jp.otodoke.partners.bank;

import org.jspecify.annotations.NullMarked;
