package jp.otodoke.payments;

import jp.otodoke.shared.Yen;

/**
 * A row to be written into a request file.
 *
 * @param first whether it is the first debit of its mandate
 */
public record DebitInstruction(long claim, DebitAccount account, Yen amount, boolean first) {}
