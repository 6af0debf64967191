package jp.otodoke.payments.desk.web;

import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.payments.Gs1Barcode;
import jp.otodoke.payments.PaymentSlip;
import jp.otodoke.payments.PrintSlips;
import org.jspecify.annotations.Nullable;

/**
 * A slip as it is printed.
 *
 * @param stamp whether the receipt needs a revenue stamp
 * @param customer to whom it is sent; null if the order has none
 */
record PrintedSlip(PaymentSlip slip, Gs1Barcode barcode, boolean stamp, @Nullable CustomerSummary customer) {
    static PrintedSlip of(PrintSlips.Sheet sheet) {
        return new PrintedSlip(sheet.slip(), Gs1Barcode.of(sheet.slip().barcode()), sheet.stamp(), sheet.customer());
    }
}
