package jp.otodoke.partners.bank;

import jp.otodoke.payments.DebitOutcome;

/**
 * A data record of a 口座振替 result.
 *
 * @param record its number in the file, from 1
 * @param key 顧客番号
 */
record DebitRow(int record, String key, long amount, String code, DebitOutcome outcome) {}
