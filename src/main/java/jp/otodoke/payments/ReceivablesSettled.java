package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;

/** Dues, invoices or fees are paid in full. Published in the same transaction. */
public record ReceivablesSettled(List<ReceivableNumber> numbers) {}
