package jp.otodoke.payments.web;

import java.time.LocalDate;
import jp.otodoke.payments.PaymentSlip;

/**
 * A payment slip as the API returns it.
 *
 * @param barcode the 44 digits of the GS1-128 bar code
 */
record SlipBody(String number, String barcode, LocalDate dueDate, long amount) {
    static SlipBody of(PaymentSlip slip) {
        return new SlipBody(
                slip.number().value(),
                slip.barcode(),
                slip.dueDate(),
                slip.amount().amount());
    }
}
